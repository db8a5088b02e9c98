import { endOfScalar } from './end-of-scalar.js';

export interface JsonErrorPlace {
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
  readonly expected: string;
}

/** What may stand next, and the words for it. */
const expectations = {
  value: 'a value',
  firstItem: 'a value or ]',
  firstName: 'a name in double quotes or }',
  name: 'a name in double quotes',
  colon: 'a colon',
  more: 'a comma or the closing bracket',
  end: 'the end of the file',
} as const;
type State = keyof typeof expectations;

const blank = /[ \t\r\n]*/y;

/** Where a text stops being JSON. Engines differ in whether their own message says so; none gives line and column. */
export function locateJsonError(text: string): JsonErrorPlace {
  const open: ('{' | '[')[] = [];
  let state: State = 'value';
  let position = skipBlank(text, 0);
  while (position < text.length) {
    const step = next(text, position, state, open);
    if (step === undefined) break;
    state = step.state;
    position = skipBlank(text, step.position);
  }
  const lines = text.slice(0, position).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, expected: expectations[state] };
}

function next(text: string, position: number, state: State, open: ('{' | '[')[]): Step | undefined {
  const character = text[position];
  const after = { position: position + 1 };
  const inside = open.at(-1);
  switch (state) {
    case 'colon':
      return character === ':' ? { ...after, state: 'value' } : undefined;
    case 'more':
      if (character === ',') return { ...after, state: inside === '{' ? 'name' : 'value' };
      return closes(character, inside) ? { ...after, state: leave(open) } : undefined;
    case 'firstName':
    case 'name':
      if (state === 'firstName' && character === '}') return { ...after, state: leave(open) };
      return character === '"' ? ending(endOfScalar(text, position), position, 'colon') : undefined;
    case 'firstItem':
    case 'value':
      if (state === 'firstItem' && character === ']') return { ...after, state: leave(open) };
      if (character === '{' || character === '[') {
        open.push(character);
        return { ...after, state: character === '{' ? 'firstName' : 'firstItem' };
      }
      return ending(endOfScalar(text, position), position, open.length === 0 ? 'end' : 'more');
    case 'end':
      return undefined;
  }
}

interface Step {
  readonly position: number;
  readonly state: State;
}

function ending(end: number, start: number, state: State): Step | undefined {
  return end > start ? { position: end, state } : undefined;
}

function closes(character: string | undefined, inside: '{' | '[' | undefined): boolean {
  return (inside === '{' && character === '}') || (inside === '[' && character === ']');
}

function leave(open: ('{' | '[')[]): State {
  open.pop();
  return open.length === 0 ? 'end' : 'more';
}

function skipBlank(text: string, position: number): number {
  blank.lastIndex = position;
  return position + (blank.exec(text)?.[0].length ?? 0);
}
