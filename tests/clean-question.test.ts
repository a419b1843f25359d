import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanQuestion } from "../src/clean-question.js";

describe("what is kept of a question", () => {
  it.each([
    ["ask <@123456789012345678> who spoke", "ask … who spoke", "a mention"],
    ["<@!5>, <@&6> and <#7> met", "… , … and … met", "people, roles and channels"],
    ["</who is it:123456> <:smile:12345>", "…", "commands and emojis"],
    ["@anna and @everyone", "… and …", "names of accounts"],
    ["anna#1234 said", "… said", "an older name of an account"],
    ["write to ana.perez+x@correo.cu now", "write to … now", "an e-mail address"],
    ["ana @ correo.cu", "…", "one that is spaced out"],
    ["see https://example.org/u/anna?x=1 there", "see … there", "a link"],
    ["see www.example.org/anna and granma.cu/anna", "see … and …", "links without a scheme"],
    ["is anna.gg hers", "is … hers", "a site"],
    ["mailto:anna tel:12", "…", "links to people"],
    ["call +34 612 34 56 78!", "call … !", "a telephone number"],
    ["call (555) 123-4567 or 612.345.678", "call … or …", "telephone numbers"],
    ["my id is 123456789012345678", "my id is …", "an id"],
    ["pin 12345 and card 4111 1111 1111 1111", "pin … and card …", "long numbers"],
    ["at 192.168.1.10 or fe80:0:0:1::2", "at … or …", "addresses of machines"],
    ["token abcdefghij0123456789_xyz", "token …", "a key"],
    ["a\u200b@b.org, 55\u200b51234567", "…", "marks that nobody sees hide nothing"],
  ])("of “%s” is “%s”: %s goes", (asked, kept) => {
    expect(cleanQuestion(asked)).toBe(kept);
  });

  it.each([
    ["Who spoke in 2015, 2016 and 2019?", "years"],
    ["What happened on 22-23 February 2016?", "days"],
    ["Was it on 2016-02-22 or 22/02/2016?", "dates"],
    ["2015-2016", "a range of years"],
    ["Did the U.S. pay $1,000,000 or 12,500?", "counts"],
    ["¿Qué dijo Josefina Vidal en La Habana (2016)?", "names and accents"],
    ["at 10:30, paragraph 4.5", "times and places"],
  ])("“%s” is all of it: it tells nobody by %s", (asked) => {
    expect(cleanQuestion(asked)).toBe(asked);
  });

  const telling = fc.oneof(
    fc.emailAddress(),
    fc.webUrl(),
    fc.bigInt({ min: 10n ** 5n, max: 10n ** 18n }).map(String),
    fc.bigInt({ min: 10n ** 16n, max: 10n ** 18n }).map((id) => `<@${id}>`),
    fc.tuple(fc.nat(899), fc.nat(899), fc.nat(8999)).map(([a, b, c]) => `${100 + a} ${100 + b}-${1000 + c}`),
  );

  it("has nothing of what tells somebody, wherever it stands", () => {
    fc.assert(
      fc.property(fc.lorem(), telling, fc.lorem(), (before, told, after) => {
        const kept = cleanQuestion(`${before} ${told} ${after}`);
        expect(kept).not.toContain(told);
        expect(kept.startsWith(before)).toBe(true);
        expect(kept).not.toMatch(/@|:\/\/|\d{5}/);
      }),
    );
  });

  it("has no address and no long number, whatever was asked", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(telling, fc.string({ unit: "binary" }), fc.constantFrom("@", ".", "<", "1"))),
        (parts) => {
          expect(cleanQuestion(parts.join(""))).not.toMatch(/@|:\/\/\S|\p{Nd}{5}|[\0\ud800-\udfff]/u);
        },
      ),
    );
  });

  it("is the same when it is cleaned again", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(telling, fc.string(), fc.constantFrom("@", " ", "12", "-", "a.b/", "…"))),
        (parts) => {
          const once = cleanQuestion(parts.join(""));
          expect(cleanQuestion(once)).toBe(once);
        },
      ),
    );
  });

  it("is at most 1000 characters, whole words", () => {
    const kept = cleanQuestion("abcdefg ".repeat(300));
    expect(kept.length).toBeLessThanOrEqual(1000);
    expect(kept.endsWith("abcdefg")).toBe(true);
    expect(cleanQuestion("ab".repeat(800))).toBe("");
  });
});
