import { scaleUtc } from "d3-scale";
import { utcMonth } from "d3-time";
import { type Span, yearOf, yearStart } from "../span.js";

/** A fact on the axis: the time that it takes up, and the height of its label in pixels. */
export interface Row {
  readonly span: Span;
  readonly height: number;
}

/** A year on the axis, from 1 January at `top` to the end of December at `bottom`, in pixels. */
export interface Band {
  readonly year: number;
  readonly top: number;
  readonly bottom: number;
  /** Its months that are marked, `{ month: 6, y: 412 }` for July. */
  readonly ticks: readonly { readonly month: number; readonly y: number }[];
}

/** Years in which nothing begins or ends, drawn as a gap of one height: `{ years: 54, top, bottom }` from 1961 to 2015. */
export interface Gap {
  readonly years: number;
  readonly top: number;
  readonly bottom: number;
}

/** Time running down; `at` gives the height of a moment in UTC milliseconds. */
export interface Axis {
  readonly bands: readonly Band[];
  readonly gaps: readonly Gap[];
  readonly at: (moment: number) => number;
  readonly bottom: number;
}

const GAP_HEIGHT = 104;
const LEAST_BAND = 88;
/** A year that is so high has every so many months marked. */
const MONTHS_MARKED = [
  { height: 300, every: 3 },
  { height: 170, every: 6 },
];

/** An axis below `top` on which every year is as high as the labels of what begins in it, and empty years are left out. */
export function axisOf(rows: readonly Row[], top: number): Axis {
  const years = [...new Set(rows.flatMap(({ span }) => [yearOf(span.start), yearOf(span.end - 1)]))];
  const bands: Band[] = [];
  const gaps: Gap[] = [];
  let y = top;
  for (const year of years.sort((a, b) => a - b)) {
    const years = year - (bands.at(-1)?.year ?? year);
    if (years > 1) {
      gaps.push({ years, top: y, bottom: y + GAP_HEIGHT });
      y += GAP_HEIGHT;
    }
    const labels = rows.filter(({ span }) => yearOf(span.start) === year);
    const height = labels.reduce((sum, { height }) => sum + height, 0);
    const bottom = y + Math.max(LEAST_BAND, height);
    bands.push({ year, top: y, bottom, ticks: ticksOf(year, y, bottom) });
    y = bottom;
  }
  return { bands, gaps, at: scaleOf(bands), bottom: y };
}

function scaleOf(bands: readonly Band[]): (moment: number) => number {
  return scaleUtc()
    .domain(bands.flatMap(({ year }) => [yearStart(year), yearStart(year + 1)]))
    .range(bands.flatMap(({ top, bottom }) => [top, bottom]));
}

/** Not January: the year's own number stands there. */
function ticksOf(year: number, top: number, bottom: number): Band["ticks"] {
  const step = MONTHS_MARKED.find(({ height }) => bottom - top >= height)?.every;
  const at = scaleUtc([new Date(yearStart(year)), new Date(yearStart(year + 1))], [top, bottom]);
  const months = step && utcMonth.every(step)?.range(new Date(yearStart(year) + 1), new Date(yearStart(year + 1)));
  return (months || []).map((date) => ({ month: date.getUTCMonth(), y: at(date) }));
}
