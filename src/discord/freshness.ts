/** An interaction's first response and all later ones are due within these: https://docs.discord.com/developers/interactions/receiving-and-responding */
const FIRST_MS = 3000;
const LATER_MS = 15 * 60_000;
/** So many arrivals tell how far this machine's clock is off. */
const REMEMBERED = 5;

/**
 * Whether it is too late to respond. Discord's clock made an interaction's time and this machine's clock reads it, so what all of the
 * last arrivals were late by is taken for the difference between the clocks; else a clock that is off would silence the bot.
 */
export class Freshness {
  private readonly ages: number[] = [];

  /** Notes an arrival; gives its age in milliseconds. */
  arrived(createdAt: number, now: number): number {
    this.ages.push(now - createdAt);
    if (this.ages.length > REMEMBERED) this.ages.shift();
    return this.ageOf(createdAt, now);
  }

  isExpired(createdAt: number, now: number, isAcknowledged: boolean): boolean {
    return this.ageOf(createdAt, now) > (isAcknowledged ? LATER_MS : FIRST_MS);
  }

  private ageOf(createdAt: number, now: number): number {
    const least = Math.min(...this.ages);
    const isOff = least < 0 || this.ages.length === REMEMBERED;
    return now - createdAt - (isOff ? least : 0);
  }
}
