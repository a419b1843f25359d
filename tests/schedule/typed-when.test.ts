import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWhen } from "../../src/schedule/typed-when.js";
import { whenInWords } from "../../src/schedule/when-in-words.js";

describe("a time in words", () => {
  it.each([
    ["daily 9:00", "0 9 * * *"],
    ["every day at 9 pm", "0 21 * * *"],
    ["daily midnight", "0 0 * * *"],
    ["weekly Monday 9:00", "0 9 * * 1"],
    ["mon, thu 18:00", "0 18 * * 1,4"],
    ["Monday to Wednesday at 7:30am", "30 7 * * 1,2,3"],
    ["every weekday at 8", "0 8 * * 1-5"],
    ["every weekend at noon", "0 12 * * 0,6"],
    ["monthly 1 9:00", "0 9 1 * *"],
    ["monthly 7 9:00", "0 9 7 * *"],
    ["0 9 1 7 *", "0 9 1 7 *"],
    ["0 9 * * 7", "0 9 * * 0"],
    ["on the 15th of every month at 10:05", "5 10 15 * *"],
    ["hourly", "0 0-23 * * *"],
    ["every hour at :30", "30 0-23 * * *"],
    ["diario 9:00", "0 9 * * *"],
    ["todos los días a mediodía", "0 12 * * *"],
    ["cada día a las 8 de la tarde", "0 20 * * *"],
    ["cada lunes a las 9:00", "0 9 * * 1"],
    ["lunes y jueves 18:00", "0 18 * * 1,4"],
    ["de lunes a viernes a las 7:30", "30 7 * * 1-5"],
    ["Entre semana a las 8", "0 8 * * 1-5"],
    ["fines de semana 10h", "0 10 * * 0,6"],
    ["el 15 de cada mes a las 9", "0 9 15 * *"],
    ["cada hora :15", "15 0-23 * * *"],
    ["0 9 * * 1", "0 9 * * 1"],
  ])("%s is read as %s", (typed, cron) => {
    expect(readWhen(typed)).toBe(cron);
  });

  it.each(["daily", "weekly Monday", "monthly 1", "cada lunes"])("without an hour means nine: %s", (typed) => {
    expect(readWhen(typed)).toMatch(/^0 9 /);
  });

  it.each([
    ["", "nothing"],
    ["9:00", "no days"],
    ["weekly 9:00", "no day of the week"],
    ["monthly 9:00", "no day of the month"],
    ["monthly 32 9:00", "no such day"],
    ["daily 25:00", "no such hour"],
    ["daily 9:75", "no such minute"],
    ["daily 13 pm", "no such hour"],
    ["every 5 minutes", "more than once an hour"],
    ["whenever 9:00", "no words for days"],
    ["the first Monday at 9:00", "not kept as such"],
  ])("is not understood where it is none: %j (%s)", (typed) => {
    expect(readWhen(typed)).toBeUndefined();
  });

  it("is read back from the words that the bot has for it, in both languages", () => {
    const [minute, hour] = [fc.nat(59), fc.nat(23)];
    const weekdays = fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1, maxLength: 6 }).map((days) => days.join(","));
    const days = fc.oneof(
      fc.constant("* * *"),
      weekdays.map((some) => `* * ${some === "1,2,3,4,5" ? "1-5" : some}`),
      fc.integer({ min: 1, max: 31 }).map((day) => `${day} * *`),
    );
    const hours = fc.oneof(hour.map(String), fc.constant("0,12"));
    const cron = fc.oneof(
      fc.tuple(minute, hours, days).map((fields) => fields.join(" ")),
      minute.map((at) => `${at} 0-23 * * *`),
    );
    fc.assert(
      fc.property(cron, fc.constantFrom("en", "es"), (fields, language) => {
        expect(readWhen(whenInWords(fields, language))).toBe(fields);
      }),
    );
  });

  it("is five fields that come at most once an hour, or nothing, whatever is typed", () => {
    const words = fc.constantFrom("daily", "cada", "lunes", "9:00", "monthly", "1", "a", "to", "-", "*", "pm", ",");
    const typed = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 7 }).map((all) => all.join(" ")),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const cron = readWhen(text);
        if (cron !== undefined) expect(cron).toMatch(/^[0-5]?\d ([\d,]+|0-23) [\d*,/-]+ [\d*,/-]+ [\d*,/-]+$/);
      }),
    );
  });
});
