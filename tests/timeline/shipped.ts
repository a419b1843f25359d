import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectDir } from "../../src/config.js";
import { loadKnowledge } from "../../src/knowledge/load.js";
import { headingOf, type Knowledge } from "../../src/knowledge/model.js";
import { drawTimeline, type TimelinePicture } from "../../src/timeline/draw.js";
import { datedFacts } from "../../src/timeline/facts.js";

/** The README's picture. */
export const PICTURE = join(projectDir(), "docs", "timeline.png");

const knowledge = shipped();

/** The timeline of the shipped knowledge, as the README shows it. */
export async function shippedTimeline(language = "en"): Promise<TimelinePicture> {
  return drawTimeline(datedFacts(knowledge, language), { title: headingOf(knowledge, language).title, language });
}

function shipped(): Knowledge {
  const loaded = loadKnowledge(join(projectDir(), "knowledge"));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems[0]));
  return loaded.knowledge;
}

// npm run picture
if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { png, alt } = await shippedTimeline();
  writeFileSync(PICTURE, png);
  console.log(alt);
}
