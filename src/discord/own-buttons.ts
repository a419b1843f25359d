import type { Why } from "../answer/why.js";
import { controls } from "../control-phrases.js";
import type { Language } from "../knowledge/model.js";
import { phrases } from "../phrases.js";
import type { Told } from "../reply.js";
import { whyLines } from "../why-text.js";
import type { Button } from "./controls.js";
import { type Control, customIdOf } from "./custom-id.js";
import { type Asked, WhyMemory } from "./why-memory.js";

/** Who sees a reply: whoever asked, or everybody; a notice comes without a button that shares or deletes it. */
export interface Showing {
  /** Of the knowledge that the reply was made from. */
  readonly version: string;
  readonly asked: Asked;
  readonly asker: string;
  /** Tells that person from all others: `People.of`. */
  readonly who: string;
  readonly isPrivate: boolean;
}

/** The name that controls of the adapter's own have in place of a command's. */
export const OWN = "bot";

/** The buttons that the adapter itself puts under replies: why, share, delete. */
export class OwnButtons {
  /** The reasons as they were found; they become words when somebody asks for them, and hardly any is asked for. */
  private readonly memory = new WhyMemory<Why>();

  /** What goes under a reply; where it can say why it is so, the reasons are kept for a while. */
  under(reply: Told, { asked, asker, who, isPrivate, version }: Showing): Button[] {
    const words = controls(reply.language);
    return [
      ...this.why(reply, { asked, who, version }),
      ...(reply.kind === "notice" || reply.confidential
        ? []
        : isPrivate
          ? button("share", words.share, [], version)
          : this.delete(reply.language, asker, version)),
    ];
  }

  /** The button that takes a reply away. */
  delete(language: Language, asker: string, version: string): Button[] {
    return button("delete", controls(language).delete, [asker], version);
  }

  /** What an own button is for; undefined for a command's. */
  verbOf({ command, verb, args }: Control): "why" | "share" | "delete" | undefined {
    if (command !== OWN || args.length !== (verb === "share" ? 0 : 1)) return undefined;
    return verb === "why" || verb === "share" || verb === "delete" ? verb : undefined;
  }

  /** The reasons that a press asks for, or that they are gone; `current` is the version of the knowledge now. */
  reasons({ version, args: [asked = ""] }: Control, press: Asked, preferred: Language, current: string): Told {
    const kept = this.memory.find(asked, press);
    if (kept) return { kind: "notice", language: kept.language, lines: whyLines(kept), choices: [] };
    const { whyGone, whyGoneAndChanged } = phrases(preferred);
    const line = version === current ? whyGone : whyGoneAndChanged;
    return { kind: "notice", language: preferred, lines: [line], choices: [] };
  }

  /** Drops the reasons for replies to one person. */
  forget(who: string): void {
    this.memory.forget(who);
  }

  /** Drops the reasons that are too old. */
  sweep(now: number): void {
    this.memory.sweep(now);
  }

  private why(reply: Told, { asked, who, version }: Pick<Showing, "asked" | "who" | "version">): Button[] {
    if (!("why" in reply) || !reply.why) return [];
    this.memory.keep(asked, reply.why, who);
    const { whyThis, whyThisAnswer } = phrases(reply.language);
    return button("why", reply.kind === "answer" ? whyThisAnswer : whyThis, [asked.id], version);
  }
}

function button(verb: string, label: string, args: readonly string[], version: string): Button[] {
  const id = customIdOf({ command: OWN, verb, args, version, onlyForAsker: false });
  return id === undefined ? [] : [{ id, label }];
}
