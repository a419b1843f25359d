import { formWords } from "../form-phrases.js";
import type { FormReply, NoticeReply } from "../reply.js";
import { type Control, customIdOf } from "./custom-id.js";
import { OWN } from "./own-buttons.js";

/** How long a form may stand open. */
const OPEN_MS = 60 * 60_000;
/** How many are remembered; the oldest go first. */
const MAX_OPEN = 2000;

/** Who is asked, and by what: an interaction or a message of Discord's. */
export interface Opening {
  readonly id: string;
  /** Tells the person from all others. */
  readonly who: string;
  /** When, in milliseconds since 1970. */
  readonly at: number;
}

interface Open {
  readonly form: FormReply;
  readonly who: string;
  readonly at: number;
}

/**
 * The forms that people were asked to fill in, in memory alone: what comes back is read by the form that was shown, and nobody but
 * the person who was asked can send it.
 */
export class Forms {
  private readonly open = new Map<string, Open>();

  /** Remembers a form that is shown now; gives the custom id that it is shown under. */
  show(form: FormReply, opening: Opening, version: string): string {
    this.keep(form, opening);
    return customIdOf({ ...control("form", opening.id), version }) ?? "";
  }

  /** A notice with a button that opens a form, for where none can be shown at once. */
  later(form: FormReply, opening: Opening, lines: readonly string[] = []): NoticeReply {
    const { fillIn, press } = formWords(form.language);
    this.keep(form, opening);
    return {
      kind: "notice",
      language: form.language,
      title: form.title,
      lines: [...lines, press(fillIn)],
      choices: [],
      onlyForAsker: true,
      beside: true,
      actions: [{ ...control("open", opening.id), label: fillIn }],
    };
  }

  /** What a control says about a form: that it opens one, or is one that was sent; undefined for all others. */
  verbOf({ command, verb, args }: Control): "open" | "form" | undefined {
    return command === OWN && args.length === 1 && (verb === "open" || verb === "form") ? verb : undefined;
  }

  /** The form that a control names, for whoever was asked; undefined where it is gone, or another's. */
  find({ args: [id = ""] }: Control, { who, at }: Omit<Opening, "id">): FormReply | undefined {
    this.sweep(at);
    const found = this.open.get(id);
    return found?.who === who ? found.form : undefined;
  }

  /** Drops the forms of one person. */
  forget(who: string): void {
    for (const [id, open] of this.open) if (open.who === who) this.open.delete(id);
  }

  /** Drops those that have stood open for too long. */
  sweep(now: number): void {
    for (const [id, { at }] of this.open) {
      if (this.open.size <= MAX_OPEN && now - at < OPEN_MS) break;
      this.open.delete(id);
    }
  }

  private keep(form: FormReply, { id, who, at }: Opening): void {
    this.open.delete(id);
    this.open.set(id, { form, who, at });
    this.sweep(at);
  }
}

function control(verb: "open" | "form", id: string): Omit<Control, "version"> {
  return { command: OWN, verb, args: [id], onlyForAsker: false };
}
