import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { it as base, describe, expect } from "vitest";
import { type Pages, servePages } from "../../src/operate/server.js";

const PAGES: Pages = {
  "/hello": () => ({ status: 200, type: "text/plain", body: "hello\n" }),
  "/broken": () => {
    throw new Error("no page");
  },
};

const it = base.extend<{ serve: (report?: (problem: string) => void) => Promise<string> }>({
  serve: ({ onTestFinished }, use) =>
    use(async (report) => {
      const pages = await servePages({ host: "127.0.0.1", port: 0 }, PAGES, report);
      if (typeof pages === "string") throw new Error(pages);
      onTestFinished(pages.stop);
      return pages.address;
    }),
});

describe("the operator's pages", () => {
  it("are served where they are, whatever is asked behind them", async ({ serve }) => {
    const address = await serve();
    const page = await fetch(`${address}/hello?now=1`);
    expect([page.status, page.headers.get("content-type"), await page.text()]).toEqual([200, "text/plain", "hello\n"]);
    expect(page.headers.get("cache-control")).toBe("no-store");
  });

  it.for(["/", "/hello/", "/Hello", "/metrics/../hello2", "/__proto__", "/constructor", "//hello"])(
    "are no other than these: %s is 404",
    async (path, { serve }) => {
      const page = await fetch(`${await serve()}${path}`);
      expect([page.status, await page.text()]).toEqual([404, "There is no such page; there are /hello and /broken.\n"]);
    },
  );

  it.for(["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])("take no %s", async (method, { serve }) => {
    const page = await fetch(`${await serve()}/hello`, { method });
    expect([page.status, page.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  it("have a head", async ({ serve }) => {
    const page = await fetch(`${await serve()}/hello`, { method: "HEAD" });
    expect([page.status, await page.text()]).toEqual([200, ""]);
  });

  it("say nothing of what broke, and the others go on", async ({ serve }) => {
    const problems: string[] = [];
    const address = await serve((problem) => problems.push(problem));
    const broken = await fetch(`${address}/broken`);
    expect(broken.status).toBe(500);
    expect(await broken.text()).not.toContain("no page");
    expect(problems).toEqual(["no page"]);
    expect((await fetch(`${address}/hello`)).status).toBe(200);
  });

  it("give a sentence where the port is taken", async ({ onTestFinished }) => {
    const other = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void other.close());
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    expect(await servePages({ host: "127.0.0.1", port }, PAGES)).toBe(
      `HTTP_PORT is ${port}: another program has that port on 127.0.0.1; stop it, or give another port.`,
    );
  });

  it("give a sentence where the address is not this machine's", async () => {
    expect(await servePages({ host: "192.0.2.1", port: 0 }, PAGES)).toBe(
      "HTTP_HOST is 192.0.2.1: this machine has no such address; give 127.0.0.1, 0.0.0.0 or one of its own.",
    );
  });
});
