import type { CalendarDay } from './calendar-day.js';

/** Makes texts of days by a format of `yyyy`, `yy`, `MM`, `M`, `dd`, `d` and signs; undefined when it has other letters or no unit. */
export function dateFormat(format: string): ((day: CalendarDay) => string) | undefined {
  const parts = format.match(/y+|M+|d+|[^yMd]+/g) ?? [];
  if (parts.some((part) => !units.has(part) && /[a-z]/i.test(part))) return undefined;
  if (!parts.some((part) => units.has(part))) return undefined;
  return (day) => parts.map((part) => units.get(part)?.(day) ?? part).join('');
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
