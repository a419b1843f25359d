import { timelinePhrases } from "../phrases.js";
import type { Axis } from "./axis.js";
import { COLOURS } from "./colours.js";
import { FAMILY, type Weight } from "./fonts.js";
import type { Label, Layout } from "./layout.js";
import type { Mark } from "./marks.js";
import { AXIS_X, BAR_WIDTH, DATE, DOT_RADIUS, MARGIN, MONTH, SUBTITLE, TEXT, TITLE, WIDTH, YEAR } from "./sizes.js";

const TICK = 14;
const YEAR_TICK = 26;
/** From a line's top to where its letters stand, as a share of its height. */
const BASELINE = 0.74;

/** The picture as SVG: the same layout gives the same text, with nothing in it that a fact's text could close or open. */
export function svgOf(layout: Layout, language: string): string {
  const { height, title, subtitle, axis, marks, labels, labelX } = layout;
  const belowTitle = MARGIN + title.length * TITLE.line;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="${FAMILY}">`,
    `<rect x="1.5" y="1.5" width="${WIDTH - 3}" height="${height - 3}" fill="${COLOURS.ground}" stroke="${COLOURS.edge}" stroke-width="3"/>`,
    ...lines(title, MARGIN, MARGIN, TITLE, COLOURS.ink),
    ...lines([subtitle], MARGIN, belowTitle, SUBTITLE, COLOURS.quiet),
    ...axisLines(axis, labelX, language),
    ...marks.map((mark, i) => leader(mark, labels[i], labelX)),
    ...marks.map(shape),
    ...labels.flatMap(({ top, date, text }) => [
      ...lines(date, labelX, top, DATE, COLOURS.ink),
      ...lines(text, labelX, top + date.length * DATE.line, TEXT, COLOURS.ink),
    ]),
    "</svg>",
  ].join("\n");
}

function axisLines({ bands, gaps }: Axis, labelX: number, language: string): string[] {
  const words = timelinePhrases(language);
  const scale = bands.flatMap(({ year, top, bottom, ticks }) => [
    line([AXIS_X, top], [AXIS_X, bottom], COLOURS.ink, 5),
    line([AXIS_X - YEAR_TICK, top], [AXIS_X + YEAR_TICK, top], COLOURS.ink, 5),
    text(String(year), AXIS_X - YEAR_TICK - 14, top + YEAR.size * 0.74, YEAR, COLOURS.ink, "end"),
    ...ticks.flatMap(({ month, y }) => [
      line([AXIS_X - TICK, y], [AXIS_X, y], COLOURS.line, 4),
      text(words.months[month], AXIS_X - YEAR_TICK - 14, y + MONTH.size * 0.36, MONTH, COLOURS.quiet, "end"),
    ]),
  ]);
  const empty = gaps.flatMap(({ years, top, bottom }) => [
    `<path d="M${AXIS_X} ${n(top)}V${n(bottom)}" stroke="${COLOURS.line}" stroke-width="5" stroke-dasharray="4 14" stroke-linecap="round"/>`,
    text(words.yearsLater(years), labelX, (top + bottom) / 2 + 2, SUBTITLE, COLOURS.quiet),
  ]);
  return [...scale, ...empty];
}

/** From a mark straight to its label's date, with a bend where the label had to give way to others. */
function leader({ kind, x, anchor }: Mark, { top }: Label, labelX: number): string {
  const from = x + (kind === "dot" ? DOT_RADIUS : BAR_WIDTH / 2);
  const y = top + DATE.line / 2;
  const path = `M${n(from)} ${n(anchor)}H${n(labelX - 44)}L${n(labelX - 22)} ${n(y)}H${n(labelX - 12)}`;
  return `<path d="${path}" fill="none" stroke="${COLOURS.line}" stroke-width="4" stroke-linejoin="round"/>`;
}

function shape({ kind, x, top, bottom }: Mark): string {
  const colours = `fill="${COLOURS.mark}" stroke="${COLOURS.ground}" stroke-width="4"`;
  if (kind === "dot") return `<circle cx="${n(x)}" cy="${n((top + bottom) / 2)}" r="${DOT_RADIUS}" ${colours}/>`;
  const round = BAR_WIDTH / 2;
  return `<rect x="${n(x - round)}" y="${n(top)}" width="${BAR_WIDTH}" height="${n(bottom - top)}" rx="${round}" ${colours}/>`;
}

interface Look {
  readonly size: number;
  readonly weight: Weight;
}

function lines(
  texts: readonly string[],
  x: number,
  top: number,
  look: Look & { line: number },
  colour: string,
): string[] {
  return texts.map((each, i) => text(each, x, top + (i + BASELINE) * look.line, look, colour));
}

function text(words: string, x: number, y: number, { size, weight }: Look, colour: string, anchor = "start"): string {
  const look = `font-size="${size}" font-weight="${weight}" fill="${colour}"`;
  return `<text x="${n(x)}" y="${n(y)}" text-anchor="${anchor}" ${look}>${escapeXml(words)}</text>`;
}

function line([x1, y1]: [number, number], [x2, y2]: [number, number], colour: string, width: number): string {
  return `<path d="M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}" stroke="${colour}" stroke-width="${width}"/>`;
}

/** Two decimals, so that the last bit of a division changes no byte. */
function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escapeXml(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
