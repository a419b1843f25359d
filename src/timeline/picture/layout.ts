import type { DatedText } from "../facts.js";
import { timelinePhrases } from "../phrases.js";
import { spanOf, yearOf } from "../span.js";
import { type Axis, axisOf } from "./axis.js";
import type { Measure } from "./fonts.js";
import { linesOf } from "./lines.js";
import { type Mark, marksOf } from "./marks.js";
import {
  AXIS_X,
  BELOW_HEADER,
  BELOW_LABEL,
  DATE,
  DOT_RADIUS,
  LABEL_GAP,
  LANE,
  MARGIN,
  MOST_LINES,
  SUBTITLE,
  TEXT,
  TITLE,
  WIDTH,
} from "./sizes.js";
import { spread } from "./spread.js";

/** Everything's place in the picture, in pixels; text is as it is shown. */
export interface Layout {
  readonly height: number;
  readonly title: readonly string[];
  readonly subtitle: string;
  readonly axis: Axis;
  readonly marks: readonly Mark[];
  /** One for each mark, in the same order. */
  readonly labels: readonly Label[];
  /** Where labels begin. */
  readonly labelX: number;
}

/** A fact's words beside the axis: its date and its text, in lines. */
export interface Label {
  readonly top: number;
  readonly bottom: number;
  readonly date: readonly string[];
  readonly text: readonly string[];
}

/** Places facts, which come in order, on an axis with their labels beside it. */
export function layoutOf(facts: readonly DatedText[], title: string, language: string, measure: Measure): Layout {
  const header = {
    title: linesOf(title, measure, { ...TITLE, width: WIDTH - 2 * MARGIN, most: MOST_LINES.title }),
    subtitle: subtitleOf(facts, language),
  };
  const top = MARGIN + header.title.length * TITLE.line + SUBTITLE.line + BELOW_HEADER;
  // Bars side by side leave the labels less room, which makes the picture higher and may part the bars: never more lanes than bars.
  let [placed, lanes] = [place(facts, top, 0, measure), 0];
  while (placed.lanes > lanes) {
    lanes = placed.lanes;
    placed = place(facts, top, lanes, measure);
  }
  return { ...header, ...placed, height: Math.ceil(placed.axis.bottom + MARGIN) };
}

/** Places facts with room for so many bars side by side. */
function place(facts: readonly DatedText[], top: number, room: number, measure: Measure) {
  const labelX = AXIS_X + DOT_RADIUS + room * LANE + LABEL_GAP;
  const width = WIDTH - MARGIN - labelX;
  const rows = facts.map(({ when, date, text }) => {
    const words = {
      date: linesOf(capitalised(date), measure, { ...DATE, width, most: MOST_LINES.date }),
      text: linesOf(text, measure, { ...TEXT, width, most: MOST_LINES.text }),
    };
    const height = words.date.length * DATE.line + words.text.length * TEXT.line + BELOW_LABEL;
    return { span: spanOf(when), words, height };
  });
  const axis = axisOf(rows, top);
  const { marks, lanes } = marksOf(
    rows.map(({ span }) => span),
    axis.at,
  );
  const tops = axis.bands.flatMap((band) => {
    const wishes = rows.flatMap(({ span, height }, i) =>
      yearOf(span.start) === band.year ? [{ at: marks[i].anchor - DATE.line / 2, height }] : [],
    );
    return spread(wishes, band.top, band.bottom);
  });
  const labels = rows.map(({ words, height }, i) => ({
    ...words,
    top: tops[i],
    bottom: tops[i] + height - BELOW_LABEL,
  }));
  return { axis, marks, lanes, labels, labelX };
}

/** `"1961 to 2019 · 7 dated facts"`. */
function subtitleOf(facts: readonly DatedText[], language: string): string {
  const words = timelinePhrases(language);
  const spans = facts.map(({ when }) => spanOf(when));
  const first = yearOf(Math.min(...spans.map(({ start }) => start)));
  const last = yearOf(Math.max(...spans.map(({ end }) => end)) - 1);
  return `${first === last ? first : words.years(first, last)} · ${words.facts(facts.length)}`;
}

function capitalised(text: string): string {
  const [first = "", ...rest] = text;
  return first.toUpperCase() + rest.join("");
}
