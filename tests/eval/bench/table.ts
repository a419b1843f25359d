/** A line of a table, cell by cell: `["footnote", "0.954"]`. */
export type Row = readonly string[];

/** Aligned plain text, the first column to the left and the others to the right, under a line: `engine   hit@1`. */
export function tableOf(heading: Row, rows: readonly Row[]): string {
  const widths = heading.map((title, i) =>
    Math.max(...[title, ...rows.map((row) => row[i])].map((cell) => cell.length)),
  );
  const line = (row: Row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
      .join("  ")
      .trimEnd();
  return [line(heading), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(line)].join("\n");
}

/** A time or size with three figures: `0.0123`, `4.57`, `1230`; a dash where there is none. */
export function figure(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return "-";
  if (value === 0) return "0";
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}

/** A share with three decimals: `0.954`; a dash where there is none. */
export function share(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? "-" : value.toFixed(3);
}

/** How many times the best peer's value this is: `1.04x`; a dash where one of both is missing, or the peer's not above naught. */
export function ratio(value: number | undefined, best: number | undefined): string {
  if (value === undefined || best === undefined || best <= 0 || !Number.isFinite(value / best)) return "-";
  return `${(value / best).toFixed(2)}x`;
}
