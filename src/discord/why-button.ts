import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType } from "discord.js";
import type { Language } from "../knowledge/model.js";
import { phrases } from "../phrases.js";
import type { Reply } from "../reply.js";
import { whyLines } from "../why-text.js";
import { parseWhyId, whyId } from "./custom-id.js";
import { type Message, toMessage } from "./message.js";
import { type Asked, WhyMemory } from "./why-memory.js";

/** The button under a reply that tells whoever presses it, and nobody else, why the reply is as it is. */
export class WhyButtons {
  private readonly memory = new WhyMemory<{ readonly language: Language; readonly lines: readonly string[] }>();

  /** `version` is the knowledge's. */
  constructor(private readonly version: string) {}

  /** Renders the reply to something asked; where the reply can say why it is so, with the button, and the reasons are kept for a while. */
  toMessage(reply: Reply, asked: Asked): Message {
    const message = toMessage(reply, this.version);
    const id = whyId(this.version, asked.id);
    if (!("why" in reply) || !reply.why || !parseWhyId(id)) return message;
    this.memory.keep(asked, { language: reply.language, lines: whyLines(reply.why) });
    const { whyThis, whyThisAnswer } = phrases(reply.language);
    return {
      ...message,
      components: [...message.components, row(reply.kind === "answer" ? whyThisAnswer : whyThis, id)],
    };
  }

  /** The reasons that a press asks for, or that they are gone; undefined where the button is another one. */
  pressed(press: Asked & { readonly customId: string }, preferred: Language): Reply | undefined {
    const wanted = parseWhyId(press.customId);
    if (!wanted) return undefined;
    const kept = this.memory.find(wanted.asked, press);
    if (kept) return { kind: "notice", ...kept, choices: [] };
    const { whyGone, whyGoneAndChanged } = phrases(preferred);
    const line = wanted.version === this.version ? whyGone : whyGoneAndChanged;
    return { kind: "notice", language: preferred, lines: [line], choices: [] };
  }
}

function row(label: string, id: string): APIMessageTopLevelComponent {
  const button = { type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id: id } as const;
  return { type: ComponentType.ActionRow, components: [button] };
}
