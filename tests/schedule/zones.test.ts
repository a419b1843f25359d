import { describe, expect, it } from "vitest";
import { zoneNamed, zoneOfLocale, zonesLike } from "../../src/schedule/zones.js";

describe("a time zone that is typed", () => {
  it.each([
    ["europe/madrid", "Europe/Madrid", "capitals do not count"],
    ["Asia/Kolkata", "Asia/Calcutta", "as the platform spells it"],
    ["la habana", "America/Havana", "a city's name in Spanish"],
    ["Buenos Aires", "America/Buenos_Aires", "a city without its continent"],
    [" utc ", "UTC", "spaces around it"],
  ])("%s is %s: %s", (typed, zone) => {
    expect(zoneNamed(typed)).toBe(zone);
  });

  it.each([
    ["+05:00", "an offset knows no daylight saving"],
    ["Mars/Olympus", "no place on earth"],
    ["", "nothing"],
    ["Europe/Madrid; drop table", "no name"],
  ])("%j is none: %s", (typed) => {
    expect(zoneNamed(typed)).toBeUndefined();
  });
});

describe("time zones for what was typed so far", () => {
  it.each([
    ["habana", "America/Havana", "a part of the name"],
    ["new yo", "America/New_York", "its beginning"],
    ["londr", "Europe/London", "in Spanish"],
    ["berlim", "Europe/Berlin", "with a typo"],
    ["kolk", "Asia/Calcutta", "by the name that people have for it"],
    ["madird", "Europe/Madrid", "with two letters changed"],
  ])("%s offers %s: %s", (typed, zone) => {
    expect(zonesLike(typed, "UTC", 3).map((found) => found.zone)).toContain(zone);
  });

  it("begin with the usual one where nothing was typed", () => {
    expect(zonesLike("", "Europe/Rome", 25)[0].zone).toBe("Europe/Rome");
  });

  it("are each a zone that can be used, and none twice", () => {
    for (const typed of ["", "a", "america", "san"]) {
      const zones = zonesLike(typed, "UTC", 25).map(({ zone }) => zone);
      expect(new Set(zones).size).toBe(zones.length);
      expect(zones.filter((zone) => zoneNamed(zone) === undefined)).toEqual([]);
    }
  });
});

describe("the usual time zone", () => {
  it.each([
    ["es-ES", "Europe/Madrid"],
    ["en-US", "UTC"],
    ["es-419", "UTC"],
    [undefined, "UTC"],
  ])("of the locale %s is %s", (locale, zone) => {
    expect(zoneOfLocale(locale)).toBe(zone);
  });
});
