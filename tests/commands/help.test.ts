import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.js";
import { isGroup, isOnMessage, type Listed } from "../../src/command.js";
import { typed, VILLAGE } from "./support.js";

describe("/about", () => {
  it("counts what it knows, and says which version", async () => {
    expect(await typed("/about")).toContain(`What I know
  2 sources.
  4 curated questions; the answer to 1 of them is that the sources do not say.
  1 name of people, organisations, places and events.
  Answers in English and Spanish.
  Version ${VILLAGE.knowledge.version}.`);
  });

  it("says in two lines what is kept", async () => {
    expect(await typed("/acerca", "es")).toMatch(
      /\n\nPrivacidad\n {2}Nada de lo que pregunta .*\n {2}Solo en memoria.*\n\n/,
    );
  });
});

describe("/help", () => {
  it("has every command for this place in one line, by its name in the person's language", async () => {
    const [english, spanish] = [await typed("/help"), await typed("/ayuda", "es")];
    const isServers = (listed: Listed) => !isOnMessage(listed) && listed.where === "servers";
    expect(english).not.toContain("/settings");
    for (const listed of commands.filter((one) => !isServers(one))) {
      const { name, names, description } = listed;
      const [own, after] = [names?.es ?? name, isGroup(listed) ? ": .+" : ""];
      expect(english).toMatch(new RegExp(`^- (/${name}|“${name}”) ${literal(description.en)}${after}$`, "m"));
      expect(spanish).toMatch(new RegExp(`^- (/${own}|“${own}”) ${literal(description.es)}${after}$`, "m"));
    }
  });

  it("leaves out what is for servers, where there is none", async () => {
    expect(await typed("/help")).not.toContain("/digest");
  });

  it("gives examples to pick", async () => {
    expect(await typed("/help")).toMatch(
      /\n\nFor example:\n {2}1\. Who is the baker\?\n {2}2\. When did the bakery open\?\n/,
    );
  });
});

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
