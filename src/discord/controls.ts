import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import { controls as wordsOf } from "../control-phrases.js";
import {
  type Address,
  type Choice,
  choicesIn,
  type Offer,
  pagesAround,
  pagingOf,
  pickOf,
  type Reply,
  type Select,
} from "../reply.js";
import { customIdOf } from "./custom-id.js";
import { MAX_BUTTON_LABEL, MAX_BUTTONS_IN_ROW, MAX_PLACEHOLDER } from "./limits.js";
import { optionsOfSelect } from "./options-of-select.js";
import { cut } from "./text.js";

/** A button before Discord's form: its text, and its id as `customIdOf` makes it. */
export interface Button {
  readonly label: string;
  readonly id: string;
}

export type ControlRow = APIActionRowComponent<APIButtonComponentWithCustomId | APIStringSelectComponent>;

/** The most buttons besides the questions to pick from, the adapter's own included. */
const MAX_ACTIONS = 15;

/** The rows under a reply: questions to pick from, then actions with the adapter's own, then a select. No id stands twice. */
export function controlRows(reply: Reply, version: string, own: readonly Button[] = []): ControlRow[] {
  const questions = questionButtons(choicesIn(reply), version);
  const actions = [...offers(reply).flatMap((offer) => buttonOf(offer, version)), ...own];
  const taken = new Set(questions.map(({ id }) => id));
  const fresh = actions.filter(({ id }) => !taken.has(id) && taken.add(id)).slice(0, MAX_ACTIONS);
  const select = reply.select && selectOf(reply.select, version);
  return [
    ...rowsOf(questions),
    ...rowsOf(fresh),
    ...(select && !taken.has(select.custom_id)
      ? [{ type: ComponentType.ActionRow as const, components: [select] }]
      : []),
  ];
}

/** What a reply offers besides questions: its actions and the pages around it. */
function offers(reply: Reply): Offer[] {
  const paging = pagingOf(reply);
  const { before, after } = paging ? pagesAround(paging) : {};
  const { pageBefore, pageAfter } = wordsOf(reply.language);
  return [
    ...(before ? [{ ...before, label: pageBefore }] : []),
    ...(after ? [{ ...after, label: pageAfter }] : []),
    ...(reply.actions ?? []).slice(0, 10),
  ];
}

/** A button for each question, numbered as in the text; one that could not be read when it is pressed is left out. */
function questionButtons(choices: readonly Choice[], version: string): Button[] {
  return choices
    .flatMap((choice, i) =>
      buttonOf(
        { ...pickOf(choice), label: `${i + 1}. ${cut(choice.question, MAX_BUTTON_LABEL) || choice.entry}` },
        version,
      ),
    )
    .filter(({ id }, i, all) => all.findIndex((other) => other.id === id) === i)
    .slice(0, MAX_BUTTONS_IN_ROW);
}

function buttonOf(offer: Offer, version: string): Button[] {
  const id = idOf(offer, version, offer.onlyForAsker);
  const label = cut(offer.label, MAX_BUTTON_LABEL);
  return id === undefined || label === "" ? [] : [{ id, label }];
}

function idOf({ command, verb, args }: Address, version: string, onlyForAsker = false): string | undefined {
  return customIdOf({ command, verb, args, version, onlyForAsker });
}

function rowsOf(buttons: readonly Button[]): ControlRow[] {
  const components = buttons.map(
    ({ label, id }): APIButtonComponentWithCustomId => ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label,
      custom_id: id,
    }),
  );
  const starts = Array.from(
    { length: Math.ceil(components.length / MAX_BUTTONS_IN_ROW) },
    (_, i) => i * MAX_BUTTONS_IN_ROW,
  );
  return starts.map((from) => ({
    type: ComponentType.ActionRow,
    components: components.slice(from, from + MAX_BUTTONS_IN_ROW),
  }));
}

function selectOf(select: Select, version: string): APIStringSelectComponent | undefined {
  const id = idOf(select, version);
  const options = optionsOfSelect(select.options);
  if (id === undefined || options.length === 0) return undefined;
  return { type: ComponentType.StringSelect, custom_id: id, placeholder: cut(select.prompt, MAX_PLACEHOLDER), options };
}
