import type { DocumentLine } from '../domain/document-line.js';
import type { Conflict } from '../plan/plan.js';
import { lineLabel } from '../select/line-label.js';

/**
 * The line that a question is about, as people find it: its place and its name. Questions name lines by what stands on them:
 * the item number, or the beginning of the description.
 */
export function lineOfQuestion(
  { about, message }: Pick<Conflict, 'about' | 'message'>,
  lines: readonly DocumentLine[],
): string | undefined {
  const named = /^line (.+)$/.exec(about)?.[1];
  if (named !== undefined) return named;
  const item = /^item (.+)$/.exec(about)?.[1];
  const found = lines.flatMap((line, index) => {
    const label = lineLabel(line);
    const numbers = [line.manufacturerPartNumber, line.internalPartNumber, line.vendorPartNumber];
    const isMeant =
      item === undefined ? label !== '' && message.includes(`“${label}”`) : numbers.includes(item);
    return isMeant ? [`${index + 1} (${label})`] : [];
  });
  const [first, ...more] = found;
  if (first === undefined) return undefined;
  return more.length === 0 ? first : `${first} and ${more.length} more`;
}
