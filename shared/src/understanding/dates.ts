/** Calendar arithmetic on a local time without zone. Days are counted on UTC, so that no machine's zone enters. */
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A local moment as milliseconds, as if it were UTC. */
export type Moment = number;

/** Reads `2026-05-13T15:00` (seconds optional). */
export function readMoment(iso: string): Moment | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?/.exec(iso);
  if (!found) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

export const hoursBetween = (from: Moment, to: Moment): number =>
  Math.round(((to - from) / HOUR) * 100) / 100;

export const startOfDay = (moment: Moment): Moment => Math.floor(moment / DAY) * DAY;

export const addDays = (moment: Moment, days: number): Moment => moment + days * DAY;

export const atHour = (day: Moment, hour: number): Moment => startOfDay(day) + hour * HOUR;

/** Monday 1 … Sunday 7. */
export const weekday = (moment: Moment): number => ((Math.floor(moment / DAY) + 3) % 7) + 1;

/** The coming day with that weekday, today included; `weeks` further calendar weeks on (下周三: the Wednesday of next week). */
export function dayOfWeek(now: Moment, wanted: number, weeks: number): Moment {
  const today = startOfDay(now);
  if (weeks > 0) return addDays(today, wanted - weekday(now) + 7 * weeks);
  return addDays(today, (wanted - weekday(now) + 7) % 7);
}

/** With the month named, days farther ahead than this lie behind us: in May, 4月28日 is last month's. */
const LONGEST_AHEAD_DAYS = 180;

/** The coming day of that number, today included; with the month named, the nearer one of this year's and last year's. */
export function dayOfMonth(now: Moment, day: number, month?: number): Moment | undefined {
  const today = startOfDay(now);
  const date = new Date(today);
  for (let ahead = 0; ahead <= 12; ahead++) {
    const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + ahead, 1);
    const candidate = addDays(first, day - 1);
    const inMonth = new Date(candidate);
    const right = month === undefined || inMonth.getUTCMonth() + 1 === month;
    if (!right || inMonth.getUTCDate() !== day || candidate < today) continue;
    const isPast = month !== undefined && candidate > addDays(today, LONGEST_AHEAD_DAYS);
    return isPast ? Date.UTC(inMonth.getUTCFullYear() - 1, inMonth.getUTCMonth(), day) : candidate;
  }
  return undefined;
}

export function lastDayOfMonth(now: Moment): Moment {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0);
}
