import type { Listed } from "../src/command.js";
import { about } from "./about.js";
import { answerThis } from "./answer-this.js";
import { ask } from "./ask.js";
import { cite } from "./cite.js";
import { forget } from "./forget.js";
import { help } from "./help.js";
import { sources } from "./sources.js";
import { topics } from "./topics.js";

/** Every command, in the order in which help lists them: the only list there is. */
export const commands: readonly Listed[] = [ask, topics, sources, cite, help, about, forget, answerThis];
