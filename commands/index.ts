import type { Listed } from "../src/command.js";
import { about } from "./about.js";
import { admin } from "./admin.js";
import { answerThis } from "./answer-this.js";
import { ask } from "./ask.js";
import { cite } from "./cite.js";
import { compare } from "./compare.js";
import { curate } from "./curate.js";
import { digest } from "./digest.js";
import { forget } from "./forget.js";
import { help } from "./help.js";
import { insights } from "./insights.js";
import { language } from "./language.js";
import { privacy } from "./privacy.js";
import { quiz } from "./quiz.js";
import { settings } from "./settings.js";
import { sources } from "./sources.js";
import { timeline } from "./timeline.js";
import { topics } from "./topics.js";
import { who } from "./who.js";

/** Every command, in the order in which help lists them: the only list there is. */
export const commands: readonly Listed[] = [
  ask,
  topics,
  timeline,
  who,
  compare,
  sources,
  cite,
  quiz,
  help,
  about,
  language,
  privacy,
  forget,
  curate,
  insights,
  digest,
  settings,
  admin,
  answerThis,
];
