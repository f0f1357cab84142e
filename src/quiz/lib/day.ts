/** The learner's day, as a number of days since 1970: it turns at 04:00 of their own clock. */
export function dayNumber(localMilliseconds: number): number {
  return Math.floor((localMilliseconds - 4 * 3_600_000) / 86_400_000);
}
