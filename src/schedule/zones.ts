import Fuse from "fuse.js";

/** A time zone that was found, and the name that it was found by: `{ zone: "America/Havana", name: "La Habana" }`. */
export interface FoundZone {
  readonly zone: string;
  readonly name: string;
}

/** Where nothing else says which zone. */
const USUAL_ZONE = "UTC";

/** Fuse's score from 0 (the same) to 1 up to which a name counts as what was typed. */
const NEAR = 0.35;

/** The time zone of a name such as `"europe/madrid"` or a city's, as the platform spells it; undefined where there is none. */
export function zoneNamed(typed: string): string | undefined {
  const name = typed.trim();
  const key = folded(name);
  const known = NAMES.find((one) => folded(one.name) === key || folded(one.zone) === key);
  if (known) return known.zone;
  // Offsets are no zones: they know no daylight saving.
  if (!/^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** Time zones for what was typed so far, best first and in spite of typos; by city, by zone, or the usual ones for nothing. */
export function zonesLike(typed: string, usual: string, limit: number): FoundZone[] {
  const wanted = folded(typed.slice(0, 60));
  if (wanted === "") return distinct([usual, ...COMMON].map((zone) => ({ zone, name: cityOf(zone) }))).slice(0, limit);
  const starts = NAMES.filter(({ name, zone }) => folded(name).startsWith(wanted) || folded(zone).startsWith(wanted));
  const within = NAMES.filter(({ zone }) => folded(zone).includes(wanted));
  const near = index().search(wanted, { limit });
  return distinct([...starts, ...within, ...near.map(({ item }) => item)]).slice(0, limit);
}

/** The zone of most people who use a locale, such as `"es-ES"`; the usual one where its countries have several. */
export function zoneOfLocale(locale: string | undefined): string {
  return LOCALES.get(locale ?? "") ?? USUAL_ZONE;
}

const COMMON = [
  "UTC",
  "Europe/Madrid",
  "Europe/London",
  "America/New_York",
  "America/Chicago",
  "America/Los_Angeles",
  "America/Havana",
  "America/Mexico_City",
  "America/Bogota",
  "America/Buenos_Aires",
  "America/Sao_Paulo",
  "Europe/Berlin",
  "Asia/Tokyo",
];

/** Names that people have for zones and the platform's list has not: other languages', and big cities without one. */
const OTHERS = `UTC=UTC,GMT,Greenwich;America/Havana=La Habana,Cuba;America/New_York=Nueva York,Washington,Miami,Boston;
America/Los_Angeles=Los Ángeles,San Francisco,Seattle;America/Mexico_City=Ciudad de México,CDMX;Europe/London=Londres;
Europe/Madrid=Barcelona,España,Spain;Europe/Moscow=Moscú;Asia/Tokyo=Tokio;Asia/Shanghai=Beijing,Pekín;Europe/Kiev=Kyiv;
Asia/Calcutta=Kolkata,Mumbai,Delhi,India;Europe/Lisbon=Lisboa;Europe/Paris=París;America/Bogota=Bogotá;America/Panama=Panamá`;

const OTHER_NAMES: readonly FoundZone[] = OTHERS.split(";").flatMap((line) => {
  const [zone, names] = line.trim().split("=");
  return names.split(",").map((name) => ({ zone, name }));
});

const NAMES: readonly FoundZone[] = [
  ...OTHER_NAMES,
  ...Intl.supportedValuesOf("timeZone").map((zone) => ({ zone, name: cityOf(zone) })),
];

const LOCALES: ReadonlyMap<string, string> = new Map([
  ["es-ES", "Europe/Madrid"],
  ["en-GB", "Europe/London"],
  ["de", "Europe/Berlin"],
  ["fr", "Europe/Paris"],
  ["it", "Europe/Rome"],
  ["pl", "Europe/Warsaw"],
  ["nl", "Europe/Amsterdam"],
  ["da", "Europe/Copenhagen"],
  ["sv-SE", "Europe/Stockholm"],
  ["no", "Europe/Oslo"],
  ["fi", "Europe/Helsinki"],
  ["cs", "Europe/Prague"],
  ["hu", "Europe/Budapest"],
  ["ro", "Europe/Bucharest"],
  ["bg", "Europe/Sofia"],
  ["el", "Europe/Athens"],
  ["hr", "Europe/Zagreb"],
  ["lt", "Europe/Vilnius"],
  ["tr", "Europe/Istanbul"],
  ["ja", "Asia/Tokyo"],
  ["ko", "Asia/Seoul"],
  ["th", "Asia/Bangkok"],
  ["hi", "Asia/Calcutta"],
  ["zh-CN", "Asia/Shanghai"],
  ["zh-TW", "Asia/Taipei"],
]);

let fuse: Fuse<FoundZone> | undefined;

function index(): Fuse<FoundZone> {
  fuse ??= new Fuse([...NAMES], { keys: ["name"], threshold: NEAR, ignoreDiacritics: true });
  return fuse;
}

/** `"America/Buenos_Aires"` gives `"Buenos Aires"`. */
function cityOf(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

function folded(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s_]+/g, " ")
    .trim();
}

function distinct(found: readonly FoundZone[]): FoundZone[] {
  return found.filter(({ zone }, i) => found.findIndex((one) => one.zone === zone) === i);
}
