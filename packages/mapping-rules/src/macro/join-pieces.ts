import { fieldValue } from './field-value.js';
import { finishValue } from './finish-value.js';
import type { Join, JoinPiece } from './join-generator.js';
import { planJoin, type JoinedValue, type JoinPlan } from './join-plan.js';
import type { MacroScope } from './macro-scope.js';
import { tooLongResult } from './too-long-result.js';

/**
 * One function that joins the pieces of a macro, made without generating code. The joined text is neither trimmed nor
 * searched where its pieces tell that there is nothing to trim or to find: either would copy it.
 */
export function joinPieces(pieces: readonly JoinPiece[], purpose: 'number' | 'text'): Join {
  const join = joinOf(planJoin(pieces), purpose);
  return (scope, report) => {
    try {
      return join(scope);
    } catch (error) {
      return tooLongResult(error, report);
    }
  };
}

type Read = (scope: MacroScope) => string;

function joinOf({ values, before, tail, named }: JoinPlan, purpose: 'number' | 'text'): Read {
  const [first = '', second = ''] = before;
  const [one, two, three] = values.map(readerOf);
  const finish = (joined: string): string => finishValue(joined, purpose);
  if (one === undefined) {
    const constant = finish(tail);
    return () => constant;
  }
  const identified = named || purpose === 'text';
  const leftClean = first !== '';
  const rightClean = tail !== '';
  if (two === undefined) {
    return (scope) => {
      const a = one(scope);
      const joined = first + a + tail;
      return ((leftClean && rightClean) || a !== '') && (identified || beginsPlainly(a))
        ? joined
        : finish(joined);
    };
  }
  if (three === undefined) {
    return (scope) => {
      const a = one(scope);
      const b = two(scope);
      const joined = first + a + second + b + tail;
      const clean = (leftClean || a !== '') && (rightClean || b !== '');
      return clean && (identified || beginsPlainly(a) || beginsPlainly(b)) ? joined : finish(joined);
    };
  }
  return joinMany(values.map(readerOf), before, tail, identified, finish);
}

function joinMany(
  readers: readonly Read[],
  before: readonly string[],
  tail: string,
  identified: boolean,
  finish: (joined: string) => string,
): Read {
  return (scope) => {
    let joined = '';
    let value = '';
    let plain = identified;
    let clean = before[0] !== '';
    for (let at = 0; at < readers.length; at++) {
      value = readers[at]?.(scope) ?? '';
      if (at === 0 && value !== '') clean = true;
      plain ||= beginsPlainly(value);
      joined += (before[at] ?? '') + value;
    }
    clean &&= tail !== '' || value !== '';
    joined += tail;
    return clean && plain ? joined : finish(joined);
  };
}

function readerOf(value: JoinedValue): Read {
  if (value.kind === 'call') return value.value;
  const { field } = value;
  switch (value.area) {
    case 'line':
      return ({ line }) => fieldValue(line[field]);
    case 'header':
      return ({ header }) => fieldValue(header[field]);
    case 'application':
      return ({ application }) => fieldValue(application[field]);
  }
}

/** Whether the first sign is an ASCII letter or digit, so that the text identifies something. */
function beginsPlainly(text: string): boolean {
  const first = text.charCodeAt(0);
  const folded = first | 0x20;
  return (folded > 0x60 && folded < 0x7b) || (first > 0x2f && first < 0x3a);
}
