import type { ReloadOutcome } from "../src/admin.js";
import { adminWords } from "../src/admin-phrases.js";
import { command } from "../src/command.js";
import { group } from "../src/group.js";
import { pageCount, pageOf } from "../src/question-page.js";
import type { Reply } from "../src/reply.js";

/** The most problems on a page. */
const PAGE = 8;

const reload = command({
  name: "reload",
  names: { es: "recargar" },
  description: { en: "Read the knowledge folder anew", es: "Leer de nuevo la carpeta del conocimiento" },
  options: {},
  run: async (_options, { admin, preferred }) =>
    admin ? told(await admin.reload(), preferred) : notice(preferred, [adminWords(preferred).notHere]),
  act({ verb, args }, { admin, preferred }) {
    if (verb === "reload") return admin?.reload().then((outcome) => told(outcome, preferred));
    const last = admin?.last();
    return verb === "page" && last ? told(last, preferred, args[0]) : undefined;
  },
});

/** `/admin` is for those whose bot it is: `/admin reload` takes on what curators have changed. */
export const admin = group({
  name: "admin",
  description: { en: "For the bot's owners", es: "Para los dueños del bot" },
  audience: "owners",
  parts: [reload],
});

/** What a reload came to, in words; of its problems a page. */
function told(outcome: ReloadOutcome, language: string, wanted?: string): Reply {
  const words = adminWords(language);
  const { kind, version } = outcome;
  if (kind === "swapped")
    return notice(language, [words.swapped(version, outcome.before), words.size(outcome.entries, outcome.sources)]);
  if (kind === "unchanged") return notice(language, [words.unchanged(version)]);
  if (kind === "failed") return notice(language, [words.failed(outcome.reason, version)]);
  const { problems } = outcome;
  const pages = pageCount(problems, PAGE);
  const page = pageOf(wanted, pages);
  return {
    kind: "list",
    language,
    title: words.refused,
    lines: [words.problems(problems.length, version), ...(words.inEnglish === undefined ? [] : [words.inEnglish])],
    items: problems.slice((page - 1) * PAGE, page * PAGE).map(({ file, line, field, problem }) => ({
      label: `${file}:${line}${field === "" ? "" : ` ${field}`}`,
      text: problem,
      marks: [],
    })),
    footnotes: [],
    choices: [],
    actions: [{ label: words.again, command: "admin", verb: "reload", args: [] }],
    ...(pages > 1 ? { paging: { command: "admin", verb: "page", args: [], page, pages } } : {}),
    onlyForAsker: true,
  };
}

function notice(language: string, lines: readonly string[]): Reply {
  return { kind: "notice", language, lines, choices: [], onlyForAsker: true };
}
