import { makeProblem } from '../problem/make-problem.js';
import type { Problem } from '../problem/problem.js';
import { foldedForm } from '../table/compared-form.js';
import { maximumDepth, maximumRepetition } from './pattern-limits.js';
import type { PatternNode } from './pattern-node.js';

const nothing: PatternNode = { kind: 'sequence', parts: [] };
const repetition = /[*+?]|\{(\d+)(,?)(\d*)\}/y;
const characterClass =
  /\.|\[(?:\\.|[^\]\\])+\]|\\(?:[dws]|p\{\w+\}|x[\da-f]{2}|u[\da-f]{4}|u\{[\da-f]+\}|[tnrfv](?![a-z]))/isuy;
const literal = /\\([!-/:-@[-`{-~ ])|[^\\()[\]{}|*+?.^$]/suy;
const groupStart = /\((?:\?:)?(?!\?)/y;
const outerEnd = /\$(?=\||$)/y;

/** Reads a pattern; the first mistake ends the reading. */
export class PatternReader {
  readonly #text: string;
  #position = 0;
  #depth = 0;
  #problem: Problem | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  read(): PatternNode | Problem {
    const node = this.#choice();
    if (this.#position < this.#text.length) this.#fail('closes nothing');
    return this.#problem ?? node;
  }

  #choice(): PatternNode {
    const options = [this.#sequence()];
    while (this.#take(/\|/y)) options.push(this.#sequence());
    return options.length === 1 ? (options[0] ?? nothing) : { kind: 'choice', options };
  }

  #sequence(): PatternNode {
    const parts: PatternNode[] = [];
    if (this.#depth === 0) this.#take(/\^/y);
    while (this.#position < this.#text.length && !/[|)]/.test(this.#text[this.#position] ?? '')) {
      if (this.#depth > 0 || !this.#take(outerEnd)) parts.push(this.#repeated(this.#single()));
    }
    return { kind: 'sequence', parts };
  }

  #single(): PatternNode {
    const one = this.#take(literal);
    if (one !== undefined) return sequenceOf(one[1] ?? one[0]);
    const start = this.#position;
    if (this.#take(groupStart)) return this.#group(start);
    const [source] = this.#take(characterClass) ?? [];
    if (source === undefined) return this.#fail('means nothing here');
    try {
      return { kind: 'one', test: { expression: new RegExp(`^${source}$`, 'isu') } };
    } catch {
      this.#position = start;
      return this.#fail('is no class of characters');
    }
  }

  #group(start: number): PatternNode {
    if (this.#depth === maximumDepth) return this.#tooLarge(`groups within ${maximumDepth} others`);
    this.#depth++;
    const node = this.#choice();
    this.#depth--;
    if (this.#take(/\)/y) || this.#problem !== undefined) return node;
    this.#position = start;
    return this.#fail('is never closed');
  }

  #repeated(part: PatternNode): PatternNode {
    const start = this.#position;
    const [sign, least, comma, most] = this.#take(repetition) ?? [];
    if (sign === undefined) return part;
    const minimum = least === undefined ? (sign === '+' ? 1 : 0) : Number(least);
    let maximum = sign === '?' ? 1 : Infinity;
    if (least !== undefined && (comma === '' || most !== '')) maximum = Number(most === '' ? least : most);
    if (maximum < minimum) {
      this.#position = start;
      return this.#fail('begins with the larger number');
    }
    if ((maximum === Infinity ? minimum : maximum) > maximumRepetition) {
      return this.#tooLarge(`more than ${maximumRepetition} repetitions`);
    }
    const end = this.#position;
    if (this.#take(repetition) !== undefined) {
      this.#position = end;
      return this.#fail('follows another repetition');
    }
    return { kind: 'repeat', part, minimum, maximum };
  }

  #take(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.#position;
    const match = expression.exec(this.#text);
    if (match === null) return undefined;
    this.#position += match[0].length;
    return match;
  }

  #fail(what: string): PatternNode {
    const sign = String.fromCodePoint(this.#text.codePointAt(this.#position) ?? 0x20);
    const expected =
      'letters, “.”, […], (…), |, *, +, ?, {n,m}, \\d \\w \\s, \\p{L}; “\\” before a sign that stands for itself';
    return this.#refuse('pattern.invalid', `“${sign}” ${what}.`, expected);
  }

  #tooLarge(what: string): PatternNode {
    return this.#refuse('pattern.tooLarge', `The pattern has ${what}.`, 'a smaller one');
  }

  #refuse(code: 'pattern.invalid' | 'pattern.tooLarge', message: string, expected: string): PatternNode {
    this.#problem ??= makeProblem(code, '', message, expected, { position: this.#position });
    this.#position = this.#text.length;
    return nothing;
  }
}

/** A character as the folded form of values has it; `İ` becomes two. */
function sequenceOf(character: string): PatternNode {
  const folded = character.trim() === '' ? character : foldedForm(character);
  const parts = Array.from(folded, (one): PatternNode => ({ kind: 'one', test: { character: one } }));
  return parts.length === 1 ? (parts[0] ?? nothing) : { kind: 'sequence', parts };
}
