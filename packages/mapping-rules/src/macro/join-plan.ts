import type { JoinPiece } from './join-generator.js';

export type JoinedValue = Exclude<JoinPiece, { kind: 'literal' }>;

/** The pieces of a macro as they are joined. */
export interface JoinPlan {
  readonly values: readonly JoinedValue[];
  /** Text before each value; the first without space at its beginning, which the result would lose anyway. */
  readonly before: readonly string[];
  /** Text after the last value, without space at its end. */
  readonly tail: string;
  /** A letter or digit stands in some text, so that no result counts as empty. */
  readonly named: boolean;
}

export function planJoin(pieces: readonly JoinPiece[]): JoinPlan {
  const values: JoinedValue[] = [];
  const before: string[] = [];
  let text = '';
  for (const piece of pieces) {
    if (piece.kind === 'literal') text += piece.text;
    else {
      before.push(values.length === 0 ? text.trimStart() : text);
      values.push(piece);
      text = '';
    }
  }
  const tail = values.length === 0 ? text.trim() : text.trimEnd();
  return { values, before, tail, named: [...before, tail].some((part) => /[\p{L}\p{N}]/u.test(part)) };
}
