/** A moment for people, in the time of this machine: `2026-11-23 17:35`. */
export function momentText(milliseconds: number): string {
  const date = new Date(milliseconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The same for programs: ISO 8601 in UTC. */
export function isoMoment(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
