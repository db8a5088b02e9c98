/** A day of the calendar, without time or zone. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/;
const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: .*)?$/;

/** Reads `2026-03-31` and `3/31/2026` (month first, as QuoteWerks writes it); a time after it is left aside. */
export function calendarDay(text: string): CalendarDay | undefined {
  const [, year, month, day] = iso.exec(text) ?? [];
  const found = year === undefined ? american.exec(text) : undefined;
  const parts = found === undefined ? [year, month, day] : [found?.[3], found?.[1], found?.[2]];
  const [y = 0, m = 0, d = 0] = parts.map(Number);
  const real = y >= 1 && m >= 1 && m <= 12 && d >= 1 && d <= daysOf(y, m);
  return real ? { year: y, month: m, day: d } : undefined;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
