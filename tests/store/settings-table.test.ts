import { describe, expect, it, onTestFinished } from "vitest";
import { USUAL_SETTINGS } from "../../src/settings.js";
import { SettingsTable } from "../../src/store/settings-table.js";
import { engines } from "../support/store/engines.js";
import { emptyStore } from "../support/store/open-store.js";

const CHANGED = {
  language: "es",
  isPrivate: true,
  caution: "cautious",
  mentionChannels: ["5", "6"],
  curators: "7",
  retentionDays: 0,
} as const;

describe.each(engines)("settings on $name", (engine) => {
  it("are the usual ones until somebody changes them", async () => {
    const settings = new SettingsTable(await emptyStore(engine), () => 1);
    expect(settings.of("1")).toEqual(USUAL_SETTINGS);
    expect(settings.of(undefined)).toEqual(USUAL_SETTINGS);
  });

  it("last, each server's for itself", async () => {
    const store = await emptyStore(engine);
    await new SettingsTable(store, () => 1).change("1", CHANGED);
    const later = new SettingsTable(store, () => 2);
    await later.refresh();
    expect(later.of("1")).toEqual(CHANGED);
    expect(later.of("2")).toEqual(USUAL_SETTINGS);
  });

  it("change one by one, and what may be unset is unset again", async () => {
    const settings = new SettingsTable(await emptyStore(engine), () => 1);
    await settings.change("1", CHANGED);
    expect(
      await settings.change("1", { language: undefined, mentionChannels: undefined, curators: undefined }),
    ).toEqual({
      isPrivate: true,
      caution: "cautious",
      retentionDays: 0,
    });
    expect(settings.of("1").language).toBeUndefined();
  });

  it("are heard of by another process when it looks again, even where its clock is behind", async () => {
    const store = await emptyStore(engine);
    const [one, other] = [new SettingsTable(store, () => 100_000), new SettingsTable(store, () => 90_000)];
    await one.change("1", { retentionDays: 1 });
    await one.refresh();
    await other.change("1", { retentionDays: 2 });
    await one.refresh();
    expect(one.of("1").retentionDays).toBe(2);
  });

  it("lose nothing where two change different ones at once", async () => {
    const store = await emptyStore(engine);
    const table = () => new SettingsTable(store, () => 1);
    await table().change("1", {});
    await Promise.all([table().change("1", { retentionDays: 3 }), table().change("1", { caution: "eager" })]);
    const later = table();
    await later.refresh();
    onTestFinished(() => later.stop());
    expect(later.of("1")).toMatchObject({ retentionDays: 3, caution: "eager" });
  });
});
