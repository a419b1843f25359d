import { type Action, type Context, command } from "../src/command.js";
import { askedForm, draftGone, takeAsked, takeTranslation, translationForm } from "../src/curate-changes.js";
import { draftCard, draftsPage, isEntry } from "../src/curate-drafts.js";
import { aboutOf, draftWording, entryForm, takeEntry, takeWording, wordingForm } from "../src/curate-forms.js";
import { curateWords } from "../src/curate-phrases.js";
import { backToQueue, type Curating, gapCard, queuePage, said } from "../src/curate-queue.js";
import { exportReply } from "../src/export-reply.js";
import { group } from "../src/group.js";
import type { Reply } from "../src/reply.js";
import { mayCurate } from "../src/settings.js";
import { withoutState } from "../src/state-missing.js";

const queue = command({
  name: "queue",
  names: { es: "lista" },
  description: {
    en: "Questions that got no good answer, most asked first",
    es: "Preguntas sin buena respuesta, primero las más hechas",
  },
  options: {},
  run: (_options, context) => curated(context, (curating) => queuePage(curating)),
});

const drafts = command({
  name: "drafts",
  names: { es: "borradores" },
  description: {
    en: "What curators have drafted and is not yet exported",
    es: "Lo que se redactó y todavía no se exportó",
  },
  options: {},
  run: (_options, context) => curated(context, (curating) => draftsPage(curating)),
});

const add = command({
  name: "add",
  names: { es: "añadir" },
  description: { en: "Draft another wording of an entry", es: "Redactar otras palabras de una entrada" },
  options: {
    entry: {
      kind: "text",
      names: { es: "entrada" },
      description: { en: "The entry: type its question", es: "La entrada: escriba su pregunta" },
      required: true,
      completed: true,
      maxLength: 100,
    },
    wording: {
      kind: "text",
      names: { es: "palabras" },
      description: { en: "Another way to ask it", es: "Otro modo de preguntarlo" },
      required: true,
      maxLength: 300,
    },
  },
  run: ({ entry, wording }, context) => curated(context, (curating) => draftWording(curating, entry, wording)),
  complete: (_option, typed, context) => {
    if (!isCurator(context)) return [];
    const { suggest, preferred } = context;
    return suggest(typed, preferred, 25).map(({ entry, question }) => ({ label: question, value: entry }));
  },
});

const exported = command({
  name: "export",
  names: { es: "exportar" },
  description: {
    en: "Write all servers' drafts into the knowledge",
    es: "Escribir los borradores de todos en el conocimiento",
  },
  options: {
    apply: {
      kind: "boolean",
      names: { es: "aplicar" },
      description: { en: "Answer from it at once", es: "Responder con ello en seguida" },
    },
  },
  audience: "owners",
  run: async ({ apply = false }, context) =>
    context.exporter ? exportReply(await context.exporter.run(apply), context) : withoutState(context.preferred),
});

/** `/curate` is for those who make the knowledge better: what was asked in vain, what they draft for it, and what becomes of that. */
export const curate = group({
  name: "curate",
  names: { es: "curar" },
  description: {
    en: "For curators: what was asked in vain, and drafts",
    es: "Para quienes curan: lo no respondido y los borradores",
  },
  where: "servers",
  parts: [queue, drafts, add, exported],
  act: (action, context) =>
    VERBS.has(action.verb) ? curated(context, (curating) => acted(action, curating)) : undefined,
});

const VERBS = new Set([
  "queue",
  "gap",
  "word",
  "draft",
  "unstated",
  "dismiss",
  "drafts",
  "draft-card",
  "translate",
  "asked",
  "remove",
]);

async function acted(action: Action, curating: Curating): Promise<Reply> {
  const { verb, args, values, fields } = action;
  const { state, guild, context } = curating;
  const words = curateWords(context.preferred);
  const id = values[0] ?? args[0] ?? "";
  if (verb === "queue") return queuePage(curating, args[0]);
  if (verb === "drafts") return draftsPage(curating, args[0]);
  if (verb === "remove") {
    const line = (await state.drafts.remove(guild, id)) ? words.removed : words.draftGone;
    return said(context, [line], [backToQueue(context)]);
  }
  if (verb === "draft-card" || verb === "translate" || verb === "asked") return onDraft(id, action, curating);
  const gap = await state.gaps.find(guild, id);
  // What was typed is a draft of its own.
  if (!gap && !fields) return said(context, [words.gone], [backToQueue(context)]);
  const about = aboutOf(gap, id, args[1] ?? context.knowledge.languages[0]);
  if (verb === "word") return fields ? takeWording(curating, about, fields) : wordingForm(about, context);
  if (verb === "draft" || verb === "unstated") {
    const isUnstated = verb === "unstated";
    return fields ? takeEntry(curating, about, isUnstated, fields) : entryForm(about, isUnstated, context);
  }
  if (!gap) return said(context, [words.gone], [backToQueue(context)]);
  if (verb === "dismiss") {
    await state.gaps.dismiss(guild, gap.id);
    return said(context, [words.dismissed], [backToQueue(context)]);
  }
  return gapCard(gap, context);
}

/** What can be done with a draft. */
async function onDraft(id: string, { verb, args, fields }: Action, curating: Curating): Promise<Reply> {
  const { state, guild, context } = curating;
  const { languages } = context.knowledge;
  const draft = await state.drafts.find(guild, id);
  if (!draft) return draftGone(context, fields);
  const [, language = "", seen = ""] = args;
  const isTranslated = verb === "translate" && languages.slice(1).includes(language);
  if (!isEntry(draft) || !(isTranslated || verb === "asked")) return draftCard(draft, context);
  if (fields) {
    if (isTranslated) return takeTranslation(curating, draft, language, fields, seen);
    return takeAsked(curating, draft, languages.includes(language) ? language : languages[0], fields, seen);
  }
  const gap = draft.gap === undefined ? undefined : await state.gaps.find(guild, draft.gap);
  return isTranslated ? translationForm(draft, language, context, { gap }) : askedForm(draft, context, { gap });
}

/** What a curator gets; the words for everybody else. */
function curated(context: Context, work: (curating: Curating) => Promise<Reply>): Reply | Promise<Reply> {
  const { state, place, preferred } = context;
  if (!state) return withoutState(preferred);
  const line = curateWords(preferred).notCurator;
  if (place.guild === undefined || !isCurator(context))
    return { kind: "notice", language: preferred, lines: [line], choices: [], onlyForAsker: true, beside: true };
  return work({ state, guild: place.guild, context });
}

function isCurator({ state, asker, place }: Context): boolean {
  return state !== undefined && mayCurate(asker, state.settings.of(place.guild));
}
