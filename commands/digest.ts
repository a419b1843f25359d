import { type Completion, type Context, command } from "../src/command.js";
import { digestWords } from "../src/digest-phrases.js";
import {
  channelName,
  datesAhead,
  datesLine,
  digestCard,
  digestLine,
  listOfDigests,
  said,
} from "../src/digest-replies.js";
import { type DigestsPort, MAX_SUBSCRIPTIONS, type Subscription, type Wanted } from "../src/digests.js";
import { group } from "../src/group.js";
import { speechOf } from "../src/phrases.js";
import type { Reply } from "../src/reply.js";
import { nextDue, nextDues } from "../src/schedule/due.js";
import { momentInShort } from "../src/schedule/local-time.js";
import { readWhen } from "../src/schedule/typed-when.js";
import { whenInWords } from "../src/schedule/when-in-words.js";
import { zoneNamed, zoneOfLocale, zonesLike } from "../src/schedule/zones.js";
import { stateMissing } from "../src/state-phrases.js";

const COMPLETIONS = 25;

const subscribe = command({
  name: "subscribe",
  names: { es: "suscribir" },
  description: {
    en: "Post something here, or in a channel, again and again",
    es: "Publicar algo aquí, o en un canal, con regularidad",
  },
  options: {
    what: {
      kind: "choice",
      names: { es: "qué" },
      description: { en: "What is posted", es: "Qué se publica" },
      required: true,
      choices: [
        { value: "fact", label: { en: "a cited fact", es: "un hecho con su fuente" } },
        { value: "on-this-day", label: { en: "what happened on this day", es: "lo que ocurrió un día como hoy" } },
      ],
    },
    when: {
      kind: "text",
      names: { es: "cuándo" },
      description: {
        en: "daily 9:00, weekdays 8:00, weekly Monday 9:00, monthly 1 9:00, or five fields of cron",
        es: "diario 9:00, entre semana 8:00, semanal lunes 9:00, mensual 1 9:00, o cinco campos de cron",
      },
      required: true,
      completed: true,
      maxLength: 100,
    },
    zone: {
      kind: "text",
      names: { es: "zona" },
      description: {
        en: "Whose clocks count: a city or a time zone",
        es: "Qué relojes cuentan: una ciudad o una zona horaria",
      },
      completed: true,
      maxLength: 60,
    },
    channel: {
      kind: "channel",
      names: { es: "canal" },
      description: {
        en: "Where it is posted; here where you choose none",
        es: "Dónde se publica; aquí si no elige ninguno",
      },
    },
  },
  run: ({ what, when, zone, channel }, context) =>
    inServer(context, async (digests, guild) => {
      const words = digestWords(context.preferred);
      const cron = readWhen(when);
      if (cron === undefined) return said(context, [words.notUnderstood(when), words.howToSay]);
      const known = zone === undefined ? zoneOfLocale(context.place.locale) : zoneNamed(zone);
      if (known === undefined) return said(context, [words.noSuchZone(zone ?? "")]);
      const where = channel ?? context.place.channel;
      const due = nextDue({ cron, zone: known }, context.now());
      if (where === undefined || due === undefined) return said(context, [words.notUnderstood(when), words.howToSay]);
      const language = context.state?.settings.of(guild).language ?? speechOf(context.preferred);
      const wanted: Wanted = {
        id: context.seed,
        guild,
        channel: where,
        kind: what,
        cron,
        zone: known,
        language,
        nextDue: due,
      };
      const made = await digests.add(wanted);
      return made ? subscribed(made, zone !== undefined, context) : said(context, [words.full(MAX_SUBSCRIPTIONS)]);
    }),
  complete: (option, typed, context) => (option === "zone" ? zones(typed, context) : times(typed, context)),
});

const list = command({
  name: "list",
  names: { es: "lista" },
  description: { en: "The digests of this server, and how they are", es: "Los boletines de este servidor y su estado" },
  options: {},
  run: (_options, context) => listed(context),
});

const pause = oneOf({
  name: "pause",
  names: { es: "pausar" },
  description: { en: "Let a digest pause", es: "Poner un boletín en pausa" },
  isOffered: ({ isPaused }) => !isPaused,
});

const resume = oneOf({
  name: "resume",
  names: { es: "reanudar" },
  description: { en: "Let a digest go on", es: "Reanudar un boletín" },
  isOffered: ({ isPaused }) => isPaused,
});

const remove = oneOf({
  name: "remove",
  names: { es: "quitar" },
  description: { en: "Remove a digest", es: "Quitar un boletín" },
  isOffered: () => true,
});

/** `/digest` is for those who manage a server: what is posted there by itself, and when. */
export const digest = group({
  name: "digest",
  names: { es: "boletín" },
  description: { en: "What is posted here by itself", es: "Lo que se publica aquí por sí solo" },
  audience: "managers",
  where: "servers",
  parts: [subscribe, list, pause, resume, remove],
  act({ verb, args, values }, context) {
    if (verb === "list") return listed(context);
    if (verb === "show") return shown(values[0] ?? args[0] ?? "", context);
    return verb === "pause" || verb === "resume" || verb === "remove"
      ? changed(verb, args[0] ?? "", context)
      : undefined;
  },
});

/** A part that does something with one digest, chosen by what it is or by its number. */
function oneOf({
  isOffered,
  ...about
}: {
  readonly name: "pause" | "resume" | "remove";
  readonly names: { readonly es: string };
  readonly description: { readonly en: string; readonly es: string };
  readonly isOffered: (one: Subscription) => boolean;
}) {
  return command({
    ...about,
    options: {
      digest: {
        kind: "text",
        names: { es: "boletín" },
        description: { en: "Which one; its number does", es: "Cuál; basta su número" },
        required: true,
        completed: true,
        maxLength: 100,
      },
    },
    run: ({ digest }, context) => changed(about.name, digest, context),
    complete: async (_option, typed, context) => {
      const { guild } = context.place;
      const all = guild === undefined ? [] : ((await context.state?.digests.of(guild)) ?? []);
      const wanted = typed.trim().toLowerCase();
      return all
        .filter(isOffered)
        .map((one) => ({ label: `${one.number}. ${digestLine(one, context)}`, value: one.id }))
        .filter(({ label }) => label.toLowerCase().includes(wanted));
    },
  });
}

function listed(context: Context): Promise<Reply> | Reply {
  return inServer(context, async (digests, guild) => listOfDigests(await digests.of(guild), context));
}

function shown(id: string, context: Context): Promise<Reply> | Reply {
  return inServer(context, async (digests, guild) => {
    const one = (await digests.of(guild)).find((each) => each.id === id);
    return one ? digestCard(one, context) : said(context, [digestWords(context.preferred).noSuch]);
  });
}

/** Does something with the digest of an id or number, as far as it is this server's. */
function changed(verb: "pause" | "resume" | "remove", typed: string, context: Context): Promise<Reply> | Reply {
  return inServer(context, async (digests, guild) => {
    const words = digestWords(context.preferred);
    const wanted = typed.trim();
    const one = (await digests.of(guild)).find(({ id, number }) => id === wanted || String(number) === wanted);
    if (!one) return said(context, [words.noSuch]);
    if (verb === "remove") {
      await digests.remove(guild, one.id);
      return said(context, [words.isRemoved(one.number)]);
    }
    const next = verb === "resume" ? nextDue(one, context.now()) : undefined;
    if (verb === "resume" && next === undefined) return digestCard({ ...one, isPaused: true, reason: "over" }, context);
    const now = next === undefined ? await digests.pause(guild, one.id) : await digests.resume(guild, one.id, next);
    if (!now) return said(context, [words.noSuch]);
    return digestCard(now, context, verb === "pause" ? words.isPaused(now.number) : words.isResumed(now.number));
  });
}

function subscribed(made: Subscription, isZoneGiven: boolean, context: Context): Reply {
  const { preferred, place } = context;
  const words = digestWords(preferred);
  const channel = channelName(made.channel, place);
  return said(context, [
    words.subscribed(words.kinds[made.kind], channel, whenInWords(made.cron, preferred), made.zone),
    datesLine(datesAhead(context, made), made.zone, preferred),
    ...(made.kind === "on-this-day" ? [words.emptyDays] : []),
    ...(isZoneGiven ? [] : [words.zoneChanges]),
  ]);
}

/** The typed time as it is understood, with its next three dates; or examples of what is. */
function times(typed: string, { preferred, place, now }: Context): Completion[] {
  const { examples } = digestWords(preferred);
  const zone = zoneOfLocale(place.locale);
  const wanted = typed.trim().toLowerCase();
  const alike = examples.filter((one) => one.startsWith(wanted));
  const crons = [readWhen(typed), ...(alike.length > 0 ? alike : examples).map(readWhen)];
  const distinct = crons.filter((cron, i) => cron !== undefined && crons.indexOf(cron) === i);
  return distinct.flatMap((cron) => {
    if (cron === undefined) return [];
    const value = whenInWords(cron, preferred);
    const dates = nextDues({ cron, zone }, now(), 3).map((at) => momentInShort(at, zone, preferred));
    return [{ label: `${value} · ${dates.join(" · ")}`, value }];
  });
}

function zones(typed: string, { place, preferred, now }: Context): Completion[] {
  return zonesLike(typed, zoneOfLocale(place.locale), COMPLETIONS).map(({ zone, name }) => ({
    label: `${zone.toLowerCase().includes(name.toLowerCase().replaceAll(" ", "_")) ? zone : `${name}: ${zone}`} · ${momentInShort(now(), zone, preferred)}`,
    value: zone,
  }));
}

/** What needs a server and what lasts; in words where one is missing. */
function inServer(
  context: Context,
  work: (digests: DigestsPort, guild: string) => Promise<Reply>,
): Promise<Reply> | Reply {
  const { guild } = context.place;
  const digests = context.state?.digests;
  if (guild === undefined || digests === undefined) return said(context, [stateMissing(context.preferred)]);
  return work(digests, guild);
}
