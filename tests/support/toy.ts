import { type Command, type Context, command } from "../../src/command.js";
import type { NoticeReply, Reply } from "../../src/reply.js";

/** A picture of one pixel. */
export const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A command that does everything that a command may do, and nothing of use. */
export const toy: Command = command({
  name: "toy",
  names: { es: "juguete" },
  description: { en: "Play with a toy", es: "Jugar con un juguete" },
  options: {
    name: { kind: "text", names: { es: "nombre" }, description: { en: "Its name", es: "Su nombre" }, required: true },
    size: { kind: "whole", names: { es: "tamaño" }, description: { en: "Its size", es: "Su tamaño" }, min: 1, max: 9 },
    shape: {
      kind: "choice",
      description: { en: "Its shape", es: "Su forma" },
      choices: [
        { value: "ball", label: { en: "a ball", es: "una pelota" } },
        { value: "cube", label: { en: "a cube", es: "un cubo" } },
      ],
    },
    private: { kind: "boolean", names: { es: "privado" }, description: { en: "For you", es: "Para ti" } },
  },
  run: ({ name, size, shape, private: onlyForAsker }, { seed }) => ({
    kind: "notice",
    language: "en",
    lines: [[name, typeof size, size, shape, onlyForAsker, seed.length > 0].join(" ")],
    choices: [],
    onlyForAsker,
  }),
});

/** A shelf of toys: a list with pages, a picture, a select and actions, one of them for whoever asked alone. */
export const shelf: Command = command({
  name: "shelf",
  description: { en: "A shelf of toys", es: "Un estante de juguetes" },
  options: { private: { kind: "boolean", description: { en: "For you", es: "Para ti" } } },
  run: ({ private: onlyForAsker }, context) => ({ ...page(1, context), onlyForAsker }),
  act({ verb, args, values }, context): Reply | undefined {
    if (verb === "page") return page(Number(args.at(-1)), context);
    if (verb === "take" || verb === "own") return said(`Taken: ${[...args, ...values].join(" ")}`);
    if (verb === "aside") return { ...said("Beside the shelf"), beside: true };
    return undefined;
  },
});

function page(wanted: number, { preferred: language }: Context): Reply {
  return {
    kind: "list",
    language,
    title: "The shelf",
    items: [{ label: `Toy ${wanted}`, text: "It is small.", marks: [] }],
    footnotes: [],
    paging: { command: "shelf", verb: "page", args: [], page: wanted, pages: 3 },
    choices: [],
    ...(wanted === 1 ? { picture: { png: PIXEL, alt: "A shelf with one toy", fileName: "shelf.png" } } : {}),
    actions: [
      { label: "Take it", command: "shelf", verb: "take", args: [`toy-${wanted}`] },
      { label: "Own it", command: "shelf", verb: "own", args: [], onlyForAsker: true },
      { label: "Look aside", command: "shelf", verb: "aside", args: [] },
    ],
    select: {
      prompt: "Choose a toy",
      command: "shelf",
      verb: "take",
      args: [],
      options: [
        { label: "Ball", value: "ball" },
        { label: "Cube", description: "of wood", value: "cube" },
      ],
    },
  };
}

function said(line: string): NoticeReply {
  return { kind: "notice", language: "en", lines: [line], choices: [] };
}

/** A command that answers when it is told to: `slow.release()`. */
export function slowCommand(name: string, reply: Partial<NoticeReply> = {}) {
  let release: (() => void) | undefined;
  const free = new Promise<void>((resolve) => {
    release = resolve;
  });
  const later = async (): Promise<Reply> => {
    await free;
    return { ...said("At last"), actions: [{ label: "Again", command: name, verb: "again", args: [] }], ...reply };
  };
  const slow = command({
    name,
    description: { en: "Slow", es: "Lento" },
    options: {
      question: { kind: "text", description: { en: "Anything", es: "Lo que sea" } },
      private: { kind: "boolean", description: { en: "For you", es: "Para ti" } },
    },
    run: later,
    act: later,
  });
  return { slow, release: () => release?.() };
}
