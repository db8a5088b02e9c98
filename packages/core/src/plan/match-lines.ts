import type { RecordId, StoredQuoteLine } from '../contract/records.js';

export interface MatchedLines {
  /** Our line key → the PSA's line. */
  readonly ours: ReadonlyMap<string, StoredQuoteLine>;
  /** Lines of ours that the document no longer has. */
  readonly gone: readonly StoredQuoteLine[];
  /** Lines that people added, with the key of our line that stands before them (undefined: at the top). */
  readonly foreign: readonly { readonly line: StoredQuoteLine; readonly after: string | undefined }[];
}

/**
 * Which of the PSA's lines is which of ours: by the key in the record, else by what we remember. When both are lost,
 * lines that say the same in the same order are taken to be ours, so that an interrupted push never doubles them.
 *
 * @param foreign lines that are known to be a person's. Given, every other line without a key may be matched by what it
 *   says; absent, only when no line at all is known
 */
export function matchLines(
  keys: readonly string[],
  stored: readonly StoredQuoteLine[],
  remembered: ReadonlyMap<string, RecordId>,
  sameContent: (key: string, line: StoredQuoteLine) => boolean,
  foreign?: ReadonlySet<RecordId>,
): MatchedLines {
  const wanted = new Set(keys);
  const keyOf = new Map<RecordId, string>();
  const rememberedKeys = new Map([...remembered].map(([key, id]) => [id, key]));
  const taken = new Set<string>();
  for (const line of stored) {
    const key = line.key ?? rememberedKeys.get(line.id);
    if (key === undefined || taken.has(key)) continue;
    taken.add(key);
    keyOf.set(line.id, key);
  }
  const lost = keyOf.size === 0 && stored.every((line) => line.key === undefined);
  if (lost || foreign !== undefined) {
    const free = stored.filter(
      (line) => line.key === undefined && !keyOf.has(line.id) && foreign?.has(line.id) !== true,
    );
    matchByContent(
      keys.filter((key) => !taken.has(key)),
      free,
      sameContent,
      keyOf,
    );
  }

  const ours = new Map<string, StoredQuoteLine>();
  const gone: StoredQuoteLine[] = [];
  const others: { line: StoredQuoteLine; after: string | undefined }[] = [];
  let last: string | undefined;
  for (const line of inOrder(stored)) {
    const key = keyOf.get(line.id);
    if (key === undefined) {
      // A second line under a key of ours is a double of it, not a person's work.
      if (line.key === undefined) others.push({ line, after: last });
      else gone.push(line);
    } else if (wanted.has(key)) {
      ours.set(key, line);
      last = key;
    } else {
      gone.push(line);
    }
  }
  return { ours, gone, foreign: others };
}

function matchByContent(
  keys: readonly string[],
  stored: readonly StoredQuoteLine[],
  sameContent: (key: string, line: StoredQuoteLine) => boolean,
  keyOf: Map<RecordId, string>,
): void {
  let next = 0;
  for (const line of inOrder(stored)) {
    for (let index = next; index < keys.length; index += 1) {
      const key = keys[index];
      if (key !== undefined && sameContent(key, line)) {
        keyOf.set(line.id, key);
        next = index + 1;
        break;
      }
    }
  }
}

function inOrder(lines: readonly StoredQuoteLine[]): readonly StoredQuoteLine[] {
  return [...lines].sort((left, right) => (left.position ?? 0) - (right.position ?? 0));
}
