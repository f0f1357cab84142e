import { dayNumber } from '#quiz/lib/day.ts';

/** Milliseconds since 1970. */
export const now = (): number => Date.now();

/** The learner's day of a time, by their own clock. */
export const dayOf = (at: number): number => dayNumber(at - new Date(at).getTimezoneOffset() * 60_000);
export const today = (): number => dayOf(now());

/** Minutes west of UTC. */
export const timeZone = (): number => new Date(now()).getTimezoneOffset();

/** Such as `24 Nov 2026, 15:40`. */
export const timeText = (at: number): string =>
  new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** A day as a date field has it: `2026-11-24`. */
export const dayToField = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** The day of a date field; null for an empty or broken one. */
export function dayFromField(text: string): number | null {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) ? null : Math.round(at / 86_400_000);
}

/** Says days in one form. What does so is made with the first day: a chart says hundreds, and to make it takes longer than to say them. */
function dayFormat(options: Intl.DateTimeFormatOptions): (day: number) => string {
  let format: Intl.DateTimeFormat | null = null;
  return (day) => {
    format ??= new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
    return format.format(day * 86_400_000);
  };
}

/** Under a bar: `24 Nov`. */
export const dayShort = dayFormat({ day: 'numeric', month: 'short' });

/** A day in words, such as `Tue 24 Nov`. */
export const dayText = dayFormat({ weekday: 'short', day: 'numeric', month: 'short' });
