import { describe, expect, it } from "vitest";
import { createMetrics } from "../../src/operate/metrics.js";
import { operatorPages } from "../../src/operate/pages.js";

const create = (isConnected = true, isStoreOpen = true) =>
  createMetrics({ isConnected: () => isConnected, isStoreOpen: () => isStoreOpen, names: ["ask", "bot"] });
const own = (text: string) => text.split("\n").filter((line) => line.startsWith("footnote_"));

describe("the figures", () => {
  it("count answers by outcome and uses by command and result", async () => {
    const metrics = create();
    metrics.answered("answer");
    metrics.answered("answer");
    metrics.answered("not-stated");
    metrics.used({ kind: "command", name: "ask", result: "done", ms: 20 });
    metrics.used({ kind: "control", name: "bot", result: "failed", ms: 20 });
    metrics.used({ kind: "message", result: "too-fast", ms: 1 });
    const text = own(await metrics.text());
    expect(text).toEqual(
      expect.arrayContaining([
        'footnote_answers_total{outcome="answer"} 2',
        'footnote_answers_total{outcome="not-stated"} 1',
        'footnote_uses_total{kind="command",command="ask",result="done"} 1',
        'footnote_uses_total{kind="control",command="bot",result="failed"} 1',
        'footnote_uses_total{kind="message",command="none",result="too-fast"} 1',
      ]),
    );
  });

  it("time what was answered, in seconds, and nothing else", async () => {
    const metrics = create();
    metrics.used({ kind: "command", name: "ask", result: "done", ms: 20 });
    metrics.used({ kind: "command", name: "ask", result: "failed", ms: 9000 });
    const text = own(await metrics.text());
    expect(text).toContain('footnote_answer_seconds_bucket{le="0.01",kind="command"} 0');
    expect(text).toContain('footnote_answer_seconds_bucket{le="0.025",kind="command"} 1');
    expect(text).toContain('footnote_answer_seconds_sum{kind="command"} 0.02');
  });

  it("make no series of a name that a stranger made up", async () => {
    const metrics = create();
    for (let i = 0; i < 1000; i++) metrics.used({ kind: "control", name: `made-up-${i}`, result: "done", ms: 1 });
    const uses = own(await metrics.text()).filter((line) => line.startsWith("footnote_uses_total"));
    expect(uses).toEqual(['footnote_uses_total{kind="control",command="other",result="done"} 1000']);
  });

  it("count reloads and errors, and have the process' own", async () => {
    const metrics = create();
    metrics.reloaded("refused", 1500);
    metrics.failed("handler");
    const text = await metrics.text();
    expect(own(text)).toEqual(
      expect.arrayContaining([
        'footnote_reloads_total{outcome="refused"} 1',
        "footnote_last_reload_seconds 1.5",
        'footnote_errors_total{where="handler"} 1',
      ]),
    );
    expect(text).toMatch(/^process_resident_memory_bytes \d/m);
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds \S/m);
  });

  it.each([
    [true, 1],
    [false, 0],
  ])("say whether the bot is connected: %j is %i", async (isConnected, value) => {
    expect(own(await create(isConnected).text())).toContain(`footnote_connected ${value}`);
  });

  it.each([
    [true, 1],
    [false, 0],
  ])("say whether the store can be used: %j is %i", async (isStoreOpen, value) => {
    expect(own(await create(true, isStoreOpen).text())).toContain(`footnote_store_open ${value}`);
  });
});

describe("/healthz", () => {
  it.each([
    [true, true, 200, "ok", "open"],
    [false, true, 503, "not connected to Discord", "open"],
    // Whoever asks is answered all the same.
    [true, false, 200, "ok", "away"],
  ])(
    "where connected is %j and the store is open is %j is %i",
    async (isConnected, isStoreOpen, code, status, store) => {
      const health = { isConnected, isStoreOpen, version: "3f9a0c12d4e5", uptimeSeconds: 12.7 };
      const page = await operatorPages(() => health, create())["/healthz"]();
      expect([page.status, page.type]).toEqual([code, "application/json; charset=utf-8"]);
      expect(JSON.parse(page.body)).toEqual({ status, store, version: "3f9a0c12d4e5", uptimeSeconds: 12 });
    },
  );
});
