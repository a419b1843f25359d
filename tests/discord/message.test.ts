import { ComponentType } from "discord.js";
import { describe, expect, it } from "vitest";
import { readCustomId } from "../../src/discord/custom-id.js";
import { toMessage } from "../../src/discord/message.js";
import { problemsOf } from "../support/double/limits.js";
import { anyReply, hostileText, wellFormedText } from "./hostile.js";
import { allText, law, render, VERSION } from "./rendering.js";
import { buttonsOf, picturesOf, selectsOf, textsOf } from "./shown.js";

describe("any reply", () => {
  it("keeps within Discord's limits", () => {
    law(anyReply(hostileText), (reply) => {
      const { flags, components } = render(reply);
      expect(problemsOf("message", { flags, components })).toEqual([]);
    });
  });

  it("shows at least one text, and none is blank", () => {
    law(anyReply(hostileText), (reply) => {
      const texts = textsOf(render(reply));
      expect(texts.length).toBeGreaterThan(0);
      for (const text of texts) expect(text.trim()).not.toBe("");
    });
  });

  it("has at most twenty buttons, each labelled, with ids of their own that can be read back", () => {
    law(anyReply(hostileText), (reply) => {
      const buttons = buttonsOf(render(reply));
      expect(buttons.length).toBeLessThanOrEqual(20);
      expect(new Set(buttons.map(({ id }) => id)).size).toBe(buttons.length);
      for (const { label, id } of buttons) {
        expect(label.trim()).not.toBe("");
        expect(readCustomId(id)).toMatchObject({ version: VERSION });
      }
    });
  });

  it("pings nobody", () => {
    law(anyReply(hostileText), (reply) => {
      expect(render(reply).allowedMentions).toEqual({ parse: [], repliedUser: false });
    });
  });

  it("has no mention, emoji or time stamp that is not escaped, and links only to the web", () => {
    law(anyReply(hostileText), (reply) => {
      // Nothing is read within a text to copy, and that has no backtick that could end it.
      const bare = allText(reply)
        .replace(/^```\n[^`]*\n```$/m, "")
        .replace(/\\[^\p{L}\p{N}\s]/gu, "");
      expect(bare.replace(/<https?:\/\/[^\s<>@\\]+>/g, "")).not.toMatch(/[<>@\\]/);
    });
  });

  it("splits no code point", () => {
    law(anyReply(wellFormedText.map((text) => text.replaceAll("\ufffd", ""))), (reply) => {
      const shown = [allText(reply), ...buttonsOf(render(reply)).flatMap(({ label, id }) => [label, id])].join("");
      expect(shown.isWellFormed()).toBe(true);
      expect(shown).not.toContain("\ufffd");
    });
  });

  it("has no control character and no mark that turns the direction of text", () => {
    law(anyReply(hostileText), (reply) => {
      const shown = [allText(reply), ...buttonsOf(render(reply)).map(({ label }) => label)].join("");
      expect(shown).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
    });
  });

  it("shows each of up to twenty footnotes, whatever its kind and whatever else it has", () => {
    law(anyReply(hostileText, 20), (reply) => {
      const shown = allText(reply);
      for (const { mark } of "footnotes" in reply ? reply.footnotes : []) expect(shown).toContain(`-# \\[${mark}\\]`);
    });
  });

  it("offers at most one select, of options that can be told apart and come back whole", () => {
    law(anyReply(hostileText), (reply) => {
      const selects = selectsOf(render(reply));
      expect(selects.length).toBeLessThanOrEqual(1);
      for (const { id, options } of selects) {
        expect(readCustomId(id)).toMatchObject({ command: reply.select?.command, verb: reply.select?.verb });
        const values = options.map(({ value }) => value);
        expect(new Set(values).size).toBe(values.length);
        expect(reply.select?.options.map(({ value }) => value)).toEqual(expect.arrayContaining(values));
      }
    });
  });

  it("has a picture only with its words and its file", () => {
    law(anyReply(hostileText), (reply) => {
      const { components, files } = render(reply);
      const pictures = picturesOf({ components });
      expect(pictures).toHaveLength(reply.kind === "list" && reply.picture ? 1 : 0);
      expect(pictures.map(({ url }) => url)).toEqual(files.map(({ name }) => `attachment://${name}`));
      for (const { description } of pictures) expect(description?.trim()).not.toBe("");
    });
  });

  it("is the same message every time", () => {
    law(anyReply(hostileText), (reply) => {
      expect(render(reply)).toEqual(render(reply));
    });
  });
});

describe("any reply with a line before it", () => {
  it("leaves room for the line that names who shared it, and for two more components", () => {
    law(anyReply(hostileText), (reply) => {
      const { components, flags } = toMessage(reply, { version: VERSION, lead: "lead ".repeat(100) });
      expect(textsOf({ components }).join("").length).toBeLessThanOrEqual(3850);
      const shared = { type: ComponentType.TextDisplay as const, content: "x".repeat(150) };
      expect(problemsOf("message", { flags, components: [shared, ...components] })).toEqual([]);
    });
  });
});
