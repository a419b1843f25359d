import type { DigestsPort } from "./digests.js";
import type { DraftsPort } from "./drafts.js";
import type { GapsPort } from "./gaps.js";
import type { InsightsPort } from "./insights.js";
import type { PeoplePort } from "./people.js";
import type { PrivacyPort } from "./privacy.js";
import type { QuestionLog } from "./questions.js";
import type { SettingsPort } from "./settings.js";
import type { SignalsPort } from "./signals.js";
import type { VotesPort } from "./votes.js";

/** What lasts beyond the process; whatever cannot be written or read rejects with a `StoreTrouble`, and has changed nothing. */
export interface State {
  readonly settings: SettingsPort;
  readonly people: PeoplePort;
  readonly questions: QuestionLog;
  readonly gaps: GapsPort;
  readonly drafts: DraftsPort;
  readonly insights: InsightsPort;
  readonly signals: SignalsPort;
  readonly votes: VotesPort;
  readonly privacy: PrivacyPort;
  readonly digests: DigestsPort;
}
