import type { CalendarDay } from './calendar-day.js';

/** Makes texts of days by a format of `yyyy`, `yy`, `MM`, `M`, `dd`, `d` and signs; undefined when it has other letters. */
export function dateFormat(format: string): ((day: CalendarDay) => string) | undefined {
  const pieces = format.match(/[a-z]+|[^a-z]+/gi) ?? [];
  const made: ((day: CalendarDay) => string)[] = [];
  for (const piece of pieces) {
    for (const part of piece.match(/y+|M+|d+|[^yMd]+/g) ?? []) {
      const known = units.get(part);
      if (known === undefined && /[a-z]/i.test(part)) return undefined;
      made.push(known ?? (() => part));
    }
  }
  return (day) => made.map((part) => part(day)).join('');
}

const two = (value: number): string => String(value).padStart(2, '0');

const units: ReadonlyMap<string, (day: CalendarDay) => string> = new Map([
  ['yyyy', ({ year }: CalendarDay) => String(year).padStart(4, '0')],
  ['yy', ({ year }: CalendarDay) => two(year % 100)],
  ['MM', ({ month }: CalendarDay) => two(month)],
  ['M', ({ month }: CalendarDay) => String(month)],
  ['dd', ({ day }: CalendarDay) => two(day)],
  ['d', ({ day }: CalendarDay) => String(day)],
]);
