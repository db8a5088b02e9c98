import fc from 'fast-check';

/** A pattern as its parts, beside its text. */
export type Part =
  | { readonly kind: 'one'; readonly text: string; readonly allows: RegExp }
  | { readonly kind: 'sequence' | 'choice'; readonly text: string; readonly parts: readonly Part[] }
  | {
      readonly kind: 'repeat';
      readonly text: string;
      readonly part: Part;
      readonly least: number;
      readonly most: number;
    };

const one: fc.Arbitrary<Part> = fc
  .constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', 'É')
  .map((text) => ({ kind: 'one', text, allows: new RegExp(`^${text}$`, 'isu') }));

const counts = fc.constantFrom(
  { sign: '*', least: 0, most: Infinity },
  { sign: '+', least: 1, most: Infinity },
  { sign: '?', least: 0, most: 1 },
  { sign: '{2}', least: 2, most: 2 },
  { sign: '{1,2}', least: 1, most: 2 },
  { sign: '{2,}', least: 2, most: Infinity },
);

/** Small patterns of few different characters, which are ambiguous often enough. */
export const randomPattern: fc.Arbitrary<Part> = fc.letrec<{ part: Part }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'pattern' },
    one,
    fc.array(tie('part'), { minLength: 1, maxLength: 3, depthIdentifier: 'pattern' }).map((parts): Part => ({
      kind: 'sequence',
      text: parts.map(({ kind, text }) => (kind === 'choice' ? `(?:${text})` : text)).join(''),
      parts,
    })),
    fc.array(tie('part'), { minLength: 2, maxLength: 3, depthIdentifier: 'pattern' }).map((parts): Part => ({
      kind: 'choice',
      text: parts.map(({ text }) => text).join('|'),
      parts,
    })),
    fc.tuple(tie('part'), counts).map(([part, { sign, least, most }]): Part => ({
      kind: 'repeat',
      text: `${part.kind === 'one' ? part.text : `(${part.text})`}${sign}`,
      part,
      least,
      most,
    })),
  ),
})).part;

/**
 * In how many ways a pattern can read the whole of a text, counted by trying them all; an unbounded repetition takes
 * something each time, as everywhere.
 */
export function waysToRead(part: Part, text: string): number {
  return waysFrom(part, text, 0).get(text.length) ?? 0;
}

/** By end: the number of ways to get there. */
function waysFrom(part: Part, text: string, start: number): ReadonlyMap<number, number> {
  switch (part.kind) {
    case 'one':
      return text[start] !== undefined && part.allows.test(text[start])
        ? new Map([[start + 1, 1]])
        : new Map();
    case 'sequence':
      return part.parts.reduce(
        (before, next) => then(before, (end) => waysFrom(next, text, end)),
        started(start),
      );
    case 'choice':
      return sum(part.parts.map((option) => waysFrom(option, text, start)));
    case 'repeat': {
      let round = started(start);
      const all = [];
      for (let time = 0; time <= Math.min(part.most, text.length + part.least); time++) {
        if (time >= part.least) all.push(round);
        round = then(round, (end) => {
          const ways = new Map(waysFrom(part.part, text, end));
          if (time >= part.least && part.most === Infinity) ways.delete(end);
          return ways;
        });
      }
      return sum(all);
    }
  }
}

function started(start: number): ReadonlyMap<number, number> {
  return new Map([[start, 1]]);
}

function then(
  before: ReadonlyMap<number, number>,
  next: (end: number) => ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  return sum(
    [...before].map(
      ([end, count]) => new Map([...next(end)].map(([further, ways]) => [further, ways * count])),
    ),
  );
}

function sum(all: readonly ReadonlyMap<number, number>[]): ReadonlyMap<number, number> {
  const ways = new Map<number, number>();
  for (const one of all) for (const [end, count] of one) ways.set(end, (ways.get(end) ?? 0) + count);
  return ways;
}
