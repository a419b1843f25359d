import type { Listed } from "../src/command.js";
import { answerThis } from "./answer-this.js";
import { ask } from "./ask.js";
import { compare } from "./compare.js";
import { forget } from "./forget.js";
import { help } from "./help.js";
import { sources } from "./sources.js";
import { who } from "./who.js";

/** Every command, in the order in which help lists them: the only list there is. */
export const commands: readonly Listed[] = [ask, who, compare, sources, forget, help, answerThis];
