import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldsOf, filledIn, toModal } from "../../src/discord/modal.js";
import { maxLengthOf } from "../../src/form-field.js";
import type { ChoiceField, FormReply, WordsField } from "../../src/reply.js";
import { callback } from "../support/double/bodies.js";
import { problemsOf } from "../support/double/limits.js";
import { SIGN } from "../support/garden.js";
import { anyForm, hostileText } from "./hostile.js";

const ID = "bot:form:0123456789ab:1300000000000000001";
const forms = anyForm(hostileText);
/** As it goes over the wire. */
const sent = (form: FormReply) => JSON.parse(JSON.stringify(toModal(form, ID)));
const words = (more: Partial<WordsField>): FormReply => ({
  ...SIGN,
  fields: [{ id: "a", label: "A", kind: "text", ...more }],
});
const choice = (choices: ChoiceField["choices"]): FormReply => ({
  ...SIGN,
  fields: [{ id: "a", label: "A", kind: "choice", choices }],
});

describe("any form that the types allow", () => {
  const law = (check: (form: FormReply) => void) => fc.assert(fc.property(forms, check));

  it("keeps within Discord's limits", () => {
    law((form) => {
      expect(problemsOf("modal", sent(form))).toEqual([]);
    });
  });

  it("is what Discord's own description asks for", () => {
    law((form) => {
      expect(callback({ type: 9, data: sent(form) })).toEqual({ problems: [], strays: [] });
    });
  });

  it("asks for no more than five things, and each once", () => {
    law((form) => {
      const ids = fieldsOf(form).map(({ id }) => id);
      expect([ids.length <= 5, new Set(ids).size]).toEqual([true, ids.length]);
    });
  });

  it("splits no character", () => {
    law((form) => {
      // Half a character is written as an escape.
      expect(JSON.stringify(toModal(form, ID))).not.toMatch(/\\ud[89a-f]/);
    });
  });
});

describe("what comes back, whatever it is,", () => {
  const given = fc.dictionary(hostileText, hostileText);

  it("has the form's own fields alone, no text longer than asked for, and choices that were offered", () => {
    const answers = forms.chain((form) => {
      const own = fc.record(Object.fromEntries(fieldsOf(form).map(({ id }) => [id, hostileText])), {
        requiredKeys: [],
      });
      return fc.record({ form: fc.constant(form), own, strange: given });
    });
    fc.assert(
      fc.property(answers, ({ form, own, strange }) => {
        const all = new Map([...Object.entries(strange), ...Object.entries(own)]);
        const fields = filledIn(form, (id) => all.get(id));
        for (const [id, value] of Object.entries(fields)) {
          const field = fieldsOf(form).find((one) => one.id === id);
          if (field?.kind === "choice") expect(field.choices.map((one) => one.value)).toContain(value);
          else expect(value.length).toBeLessThanOrEqual(field ? maxLengthOf(field) : -1);
          expect([value.trim() !== "", value.isWellFormed()]).toEqual([true, true]);
        }
      }),
    );
  });
});

describe("toModal", () => {
  it.each<[number | undefined, WordsField["kind"], number, string]>([
    [undefined, "text", 200, "a line's default"],
    [undefined, "paragraph", 4000, "a paragraph's default"],
    [50, "paragraph", 50, "as it says"],
    [0, "text", 1, "too small"],
    [-3, "text", 1, "negative"],
    [9999, "text", 4000, "more than Discord takes"],
    [12.7, "text", 12, "a fraction"],
    [Number.NaN, "text", 1, "no number"],
  ])("takes a longest text of %s in a %s as %i (%s)", (maxLength, kind, most) => {
    expect(sent(words({ maxLength, kind })).components[0].component.max_length).toBe(most);
  });

  it("keeps the lines of what stands in a paragraph already", () => {
    const { components } = sent(words({ kind: "paragraph", value: "one\r\n two" }));
    expect(components[0].component.value).toBe("one\n two");
  });

  it("says something where there is nothing to fill in, for Discord shows no empty form", () => {
    expect(sent({ ...SIGN, fields: [] }).components).toEqual([{ type: 10, content: "Sign for a bed" }]);
    expect(sent(choice([])).components).toHaveLength(1);
  });

  it("offers at most twenty-five things, each once", () => {
    const twice = Array.from({ length: 60 }, (_, n) => ({ label: `L${n}`, value: `v${n >> 1}` }));
    expect(sent(choice(twice)).components[0].component.options).toHaveLength(25);
  });

  it("lets people choose nothing where that is allowed, and not where it is not", () => {
    const [, , colour] = SIGN.fields;
    const asked = (required: boolean) => sent({ ...SIGN, fields: [{ ...colour, required }] }).components[0].component;
    expect(asked(false)).toMatchObject({ required: false, min_values: 0 });
    expect(asked(true)).toMatchObject({ required: true, min_values: 1 });
  });
});
