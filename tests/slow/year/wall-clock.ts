/** What is due by the clocks of a zone: at a minute of some hours, on all days, some weekdays (Sunday is 0) or one day of the month. */
export interface WallTimes {
  readonly zone: string;
  readonly minute: number;
  readonly hours: readonly number[];
  readonly weekdays?: readonly number[];
  readonly day?: number;
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/**
 * The moments at which clocks show such times between two moments, by looking at clocks alone: the first where a time comes twice,
 * the end of the gap where it does not come.
 */
export function momentsOf({ zone, minute, hours, weekdays, day }: WallTimes, from: number, to: number): number[] {
  const clock = clockIn(zone);
  const moments = new Set<number>();
  for (
    let date = Date.UTC(2000, 0, 1) + Math.floor((from - Date.UTC(2000, 0, 1)) / DAY) * DAY - DAY;
    date < to + DAY;
    date += DAY
  ) {
    const at = new Date(date);
    if (weekdays && !weekdays.includes(at.getUTCDay())) continue;
    if (day !== undefined && at.getUTCDate() !== day) continue;
    for (const hour of hours) moments.add(momentAt(clock, date + hour * 60 * MINUTE + minute * MINUTE));
  }
  return [...moments].filter((one) => one > from && one <= to).sort((a, b) => a - b);
}

/** The moment at which a clock shows a time, given as if it were UTC. */
function momentAt(clock: (at: number) => number, wall: number): number {
  const offsets = [clock(wall - DAY) - (wall - DAY), clock(wall + DAY) - (wall + DAY)];
  const shown = offsets.map((offset) => wall - offset).filter((at) => clock(at) === wall);
  if (shown.length > 0) return Math.min(...shown);
  let at = Math.min(...offsets.map((offset) => wall - offset)) - 120 * MINUTE;
  while (clock(at) < wall) at += MINUTE;
  return at;
}

/** What a zone's clocks show at a moment, as if it were UTC. */
function clockIn(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  return (at) => {
    const parts = format.formatToParts(at);
    const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
    return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
  };
}
