/** Minutes and seconds, e.g. `3:07`. */
export function minutesSeconds(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** One decimal where it says something: `8.4`, `20`. */
export const secondsOf = (ms: number): string => String(Math.round(ms / 100) / 10);

/** A script's local time plus what has passed since, as `15:04`. The shop's clock has no zone. */
export function shopTime(now: string, ms: number): string {
  const time = new Date(`${now}Z`);
  time.setTime(time.getTime() + ms);
  return time.toISOString().slice(11, 16);
}

/** A moment of the real world, in the reader's language and zone. */
export const momentText = (iso: string, language: 'zh' | 'en'): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(iso));
