import { type APIMessage, type APIUser, ComponentType, MessageFlags } from "discord.js";
import { everyComponent } from "./limits-component.js";
import { type Fields, fieldsOf, listOf, numberOf } from "./measure.js";

/** What somebody does with a component: presses it, or chooses from it. */
interface Using {
  readonly message: APIMessage;
  readonly customId: string;
  readonly values: readonly string[] | undefined;
  readonly user: APIUser;
}

/** The component that a person can use now; throws for what nobody could do, so that no test relies on it. */
export function usableComponent({ message, customId, values, user }: Using): Fields {
  const all = everyComponent(message.components).map(({ component }) => component);
  const found = all.find((component) => component.custom_id === customId);
  if (!found) {
    throw new Error(`No component ${customId} there, only ${all.flatMap((one) => one.custom_id ?? []).join(", ")}`);
  }
  if (found.disabled === true) throw new Error(`The component ${customId} is disabled`);
  assertSeen(message, user);
  if (found.type === ComponentType.Button) {
    if (values) throw new Error(`The button ${customId} has nothing to choose`);
  } else {
    assertChosen(found, values ?? []);
  }
  return found;
}

// What only one person sees, nobody else can press.
function assertSeen({ id, flags, interaction_metadata: asked }: APIMessage, user: APIUser): void {
  const isPrivate = (numberOf(flags) & MessageFlags.Ephemeral) !== 0;
  if (isPrivate && asked && asked.user.id !== user.id) {
    throw new Error(`The message ${id} is seen by ${asked.user.username} alone, ${user.username} cannot use it`);
  }
}

/** Throws where a select does not offer what was chosen from it. */
export function assertChosen(select: Fields, values: readonly string[]): void {
  const { min_values: min = 1, max_values: max = 1 } = select;
  const name = String(select.custom_id);
  if (values.length < numberOf(min) || values.length > numberOf(max)) {
    throw new Error(`The select ${name} takes ${min} to ${max} values, not ${values.length}`);
  }
  if (select.type !== ComponentType.StringSelect) return;
  const offered = listOf(select.options).map((option) => fieldsOf(option).value);
  const strange = values.find((value) => !offered.includes(value));
  if (strange !== undefined) throw new Error(`The select ${name} does not offer ${strange}`);
}
