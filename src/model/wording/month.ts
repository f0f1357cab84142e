const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `2025-09` as people say it: `September 2025`. A text that is no month stays as it is. */
export function describeMonth(date: string): string {
  const [, year, month] = /^(\d{4})-(\d{2})/.exec(date) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? date : `${name} ${year}`;
}
