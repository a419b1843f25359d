import { type Command, command } from "../../src/command.js";
import { group } from "../../src/group.js";
import type { FormReply, NoticeReply } from "../../src/reply.js";

/** A form with a field of every kind. */
export const SIGN: FormReply = {
  kind: "form",
  language: "en",
  title: "Sign for a bed",
  fields: [
    { id: "name", label: "Name", description: "As the seed bag says", kind: "text", required: true, maxLength: 20 },
    { id: "care", label: "Care", kind: "paragraph", value: "Water it." },
    {
      id: "colour",
      label: "Colour",
      kind: "choice",
      choices: [
        { label: "Dark red", value: "red" },
        { label: "White", description: "as snow", value: "white" },
      ],
    },
  ],
  submit: { command: "garden", verb: "sign", args: ["7"] },
};

const plant = command({
  name: "plant",
  names: { es: "plantar" },
  description: { en: "Plant a seed", es: "Plantar una semilla" },
  options: {
    channel: { kind: "channel", names: { es: "canal" }, description: { en: "Where", es: "Dónde" }, required: true },
    role: { kind: "role", names: { es: "rol" }, description: { en: "By whom", es: "Por quién" } },
    seed: { kind: "text", names: { es: "semilla" }, description: { en: "What", es: "Qué" }, completed: true },
  },
  run: ({ channel, role, seed }) => said(`Planted: ${channel} ${role} ${seed}`),
  complete: (option, typed) => [{ label: `${option}: ${typed}`, value: "rose" }],
});

const sign = command({
  name: "sign",
  names: { es: "rotular" },
  description: { en: "Make a sign", es: "Hacer un rótulo" },
  options: {},
  run: () => SIGN,
});

const prune = command({
  name: "prune",
  description: { en: "Cut a branch", es: "Cortar una rama" },
  options: { branch: { kind: "text", description: { en: "Which", es: "Cuál" }, completed: true } },
  audience: "managers",
  where: "servers",
  run: () => ({ ...said("Which?"), actions: [{ label: "Oldest", command: "garden", verb: "prune", args: [] }] }),
  complete: () => [{ label: "oldest", value: "oldest" }],
  act: ({ verb }) => (verb === "prune" ? said("Pruned") : undefined),
});

/** A group of commands: `/garden plant` with a channel and a role, `/garden sign` with a form, `/garden prune` for managers. */
export const garden = group({
  name: "garden",
  names: { es: "jardín" },
  description: { en: "A garden", es: "Un jardín" },
  parts: [plant, sign, prune],
  act: ({ verb, args, fields }) =>
    verb === "sign" && fields
      ? said(`Signed: ${args.join()} ${fields.name} | ${fields.care} | ${fields.colour}`)
      : undefined,
});

/** A group of managers in servers, with a part for owners. */
export const shed = group({
  name: "shed",
  description: { en: "A shed", es: "Un cobertizo" },
  audience: "managers",
  where: "servers",
  parts: [
    command({
      name: "look",
      description: { en: "Look in", es: "Mirar" },
      options: {},
      run: () => ({
        ...said("Tools"),
        actions: [
          { label: "Take", command: "shed", verb: "take", args: [] },
          { label: "Label", command: "shed", verb: "label", args: [] },
        ],
      }),
    }),
    command({
      name: "burn",
      description: { en: "Burn it", es: "Quemarlo" },
      options: {},
      audience: "owners",
      run: () => said("Burnt"),
    }),
  ],
  act({ verb, fields }) {
    if (verb === "label")
      return fields ? said(`Labelled ${fields.name}`) : { ...SIGN, submit: { command: "shed", verb, args: [] } };
    return verb === "take" ? said("Taken") : undefined;
  },
});

/** A command of the owners'. */
export const key: Command = command({
  name: "key",
  description: { en: "The key", es: "La llave" },
  options: {},
  audience: "owners",
  run: () => said("Here it is"),
});

function said(line: string): NoticeReply {
  return { kind: "notice", language: "en", lines: [line], choices: [] };
}
