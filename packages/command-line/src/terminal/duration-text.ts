const minute = 60_000;
const hour = 60 * minute;

/** `42 s`, `3 min`, `2 h 10 min`: no more exact than anybody can know it. */
export function durationText(milliseconds: number): string {
  if (milliseconds < 1.5 * minute) return `${Math.max(1, Math.ceil(milliseconds / 1_000))} s`;
  const minutes = Math.ceil(milliseconds / minute);
  if (minutes < 60) return `${minutes} min`;
  const rest = Math.round((minutes % 60) / 5) * 5;
  const hours = Math.floor(milliseconds / hour) + (rest === 60 ? 1 : 0);
  return rest === 0 || rest === 60 ? `${hours} h` : `${hours} h ${rest} min`;
}
