import type { DraftsPort } from "./drafts.js";
import type { GapsPort } from "./gaps.js";
import type { InsightsPort } from "./insights.js";
import type { QuestionLog } from "./questions.js";
import type { SettingsPort } from "./settings.js";
import type { SignalsPort } from "./signals.js";

/** What lasts beyond the process; whatever cannot be written or read rejects with a `StoreTrouble`, and has changed nothing. */
export interface State {
  readonly settings: SettingsPort;
  readonly questions: QuestionLog;
  readonly gaps: GapsPort;
  readonly drafts: DraftsPort;
  readonly insights: InsightsPort;
  readonly signals: SignalsPort;
}
