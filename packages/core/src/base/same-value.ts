import { equalJson } from './canonical-json.js';

/** Whether two values of a PSA say the same: line breaks and blanks at the ends come back otherwise from many a PSA. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (typeof left !== 'string' || typeof right !== 'string') return equalJson(left, right);
  return left === right || plain(left) === plain(right);
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
