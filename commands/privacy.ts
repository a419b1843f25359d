import { command } from "../src/command.js";
import { forgetting } from "../src/forgetting.js";
import { exportNotice, privacyNotice } from "../src/privacy-notice.js";
import { withoutState } from "../src/state-missing.js";

/** `/privacy` says what is kept about whoever asks; its buttons write all of it out, and delete it. */
export const privacy = command({
  name: "privacy",
  names: { es: "privacidad" },
  description: { en: "What I keep about you, and until when", es: "Qué guardo de usted y hasta cuándo" },
  options: {},
  run: (_options, { state, asker, preferred }) =>
    state ? state.privacy.kept(asker.key).then((kept) => privacyNotice(kept, preferred)) : withoutState(preferred),
  act({ verb }, context) {
    const { state, asker, preferred } = context;
    if (verb === "forget") return forgetting(context);
    if (verb !== "export" || !state) return undefined;
    return state.privacy.exported(asker.key).then((exported) => exportNotice(exported, preferred));
  },
});
