import { describe, expect, it, onTestFinished } from "vitest";
import { Artist } from "../../src/timeline/artist.js";
import { drawTimeline } from "../../src/timeline/draw.js";
import { factsOf } from "./support.js";

const facts = factsOf([
  ["1901", "The mill was built."],
  ["2016-02-22", "The mill burnt down."],
]);
const options = { title: "A town", language: "en" };

/** Threads run what was built: Node reads no TypeScript. */
const BUILT = new URL("../../dist/src/timeline/draw-worker.js", import.meta.url);

function artist(habits: ConstructorParameters<typeof Artist>[0] = {}) {
  const problems: string[] = [];
  const made = new Artist({ timeoutMs: 60_000, file: BUILT, ...habits, report: (problem) => problems.push(problem) });
  onTestFinished(() => made.end());
  return { made, problems };
}

/** A thread that does as the JavaScript says. */
function threadThat(code: string): URL {
  return new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from "node:worker_threads"; ${code}`)}`,
  );
}

describe("an artist", () => {
  it("draws in its thread the same bytes as are drawn here", async () => {
    const { png, alt } = await drawTimeline(facts, options);
    const drawn = await artist().made.draw(facts, options);
    expect(drawn?.alt).toBe(alt);
    expect(Buffer.compare(Buffer.from(drawn?.png ?? []), Buffer.from(png))).toBe(0);
  }, 120_000);

  it("gives no picture where there is nothing to draw, and says why", async () => {
    const { made, problems } = artist();
    expect(await made.draw([], options)).toBeUndefined();
    expect(problems).toEqual([expect.stringContaining("there is no fact to draw")]);
  }, 120_000);

  it.each([
    ["never answers", "parentPort.on('message', () => {})", "took longer than 100 ms", 100],
    ["throws", "parentPort.on('message', () => { throw new Error('broken brush') })", "broken brush", 20_000],
    ["ends", "parentPort.on('message', () => process.exit(0))", "thread ended", 20_000],
  ])("gives no picture where its thread %s", async (_, code, problem, timeoutMs) => {
    const { made, problems } = artist({ file: threadThat(code), timeoutMs });
    expect(await made.draw(facts, options)).toBeUndefined();
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });

  it("takes a new thread after one that failed", async () => {
    const code =
      "parentPort.on('message', ({ id, title }) => { if (title === 'bad') process.exit(1); parentPort.postMessage({ id, picture: { alt: title } }) })";
    const { made } = artist({ file: threadThat(code) });
    expect(await made.draw(facts, { ...options, title: "bad" })).toBeUndefined();
    expect(await made.draw(facts, options)).toEqual({ alt: "A town" });
  });

  it("lets no more than so many wait", async () => {
    const { made, problems } = artist({ file: threadThat("parentPort.on('message', () => {})"), mostWaiting: 2 });
    const first = [made.draw(facts, options), made.draw(facts, options)];
    expect(await made.draw(facts, options)).toBeUndefined();
    expect(problems).toEqual(["too many pictures are being drawn"]);
    await made.end();
    expect(await Promise.all(first)).toEqual([undefined, undefined]);
  });

  it("ends its thread when it has been idle, and draws again after that", async () => {
    const threads =
      "const born = Math.random(); parentPort.on('message', ({ id }) => parentPort.postMessage({ id, picture: { alt: born } }))";
    const { made, problems } = artist({ file: threadThat(threads), idleMs: 20 });
    const [one, same] = await Promise.all([made.draw(facts, options), made.draw(facts, options)]);
    expect(same).toEqual(one);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await made.draw(facts, options)).not.toEqual(one);
    expect(problems).toEqual([]);
  });
});
