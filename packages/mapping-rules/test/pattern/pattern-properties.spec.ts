import { expect } from 'chai';
import fc from 'fast-check';
import { analysedAutomaton, type AnalysedAutomaton } from '../../src/pattern/analysed-automaton.js';
import { exampleOfBoth } from '../../src/pattern/character-set.js';
import { commonText } from '../../src/pattern/common-text.js';
import { compilePattern, type CompiledPattern } from '../../src/pattern/compile-pattern.js';
import { explosiveText } from '../../src/pattern/explosive-text.js';
import { isCovered } from '../../src/pattern/is-covered.js';
import { Work } from '../../src/pattern/work.js';
import { foldedForm } from '../../src/table/compared-form.js';
import { randomPattern, waysToRead } from './random-pattern.js';

const texts = fc.stringMatching(/^[aAbBé1-]{0,8}$/);

describe('patterns, compared with regular expressions of JavaScript', () => {
  it('match the same texts', () => {
    const property = fc.property(randomPattern, fc.array(texts, { minLength: 5 }), ({ text }, values) => {
      const pattern = compilePattern(text);
      if (!pattern.ok) return;
      const expression = new RegExp(`^(?:${text})$`, 'isu');
      for (const value of values) {
        expect(pattern.rule.matches(foldedForm(value)), value).to.equal(expression.test(value));
      }
      const { start, whole } = pattern.rule;
      for (const value of values.map(foldedForm).filter((one) => expression.test(one))) {
        expect(whole ? value === start : value.startsWith(start)).to.equal(true);
      }
    });
    fc.assert(property, { numRuns: 1000 });
  });

  it('are told to overlap, or to include each other, when they do', () => {
    const property = fc.property(
      randomPattern,
      randomPattern,
      fc.array(texts, { minLength: 20 }),
      (one, other, values) => {
        const left = compiled(one.text);
        const right = compiled(other.text);
        if (left === undefined || right === undefined) return;
        const common = commonText(sets(left), sets(right), new Work(1e6));
        if (common !== undefined)
          expect(left.matches(common) && right.matches(common), common).to.equal(true);
        const covered = isCovered(sets(left), [sets(right)], new Work(1e6));
        for (const value of values.map(foldedForm).filter((value) => left.matches(value))) {
          if (right.matches(value)) expect(common).not.to.equal(undefined);
          else expect(covered, value).to.equal(false);
        }
        expect(isCovered(sets(left), [sets(right), sets(left)], new Work(1e6))).to.equal(true);
      },
    );
    fc.assert(property, { numRuns: 400 });
  });

  it('are refused exactly when a repeated text can be read in exponentially many ways', () => {
    const short = ['', 'a', 'b', 'aa', 'ab', 'ba', 'bb', '1', 'é', '-'];
    const property = fc.property(randomPattern, (part) => {
      const result = compilePattern(part.text);
      const ways = (times: number, [before, repeated, after]: Surrounded) =>
        waysToRead(part, before + repeated.repeat(times) + after);
      const refused = result.ok ? explosiveText(sets(result.rule), new Work(1e6)) : undefined;
      if (refused === undefined) {
        for (const surrounded of short.slice(1).flatMap((one) => around(short, short, one))) {
          const [few, some, many] = [ways(4, surrounded), ways(8, surrounded), ways(12, surrounded)];
          // A polynomial grows ever more slowly, in proportion; what doubles each time grows by 2⁴ and goes on.
          if (few > 0 && some >= few * 16) expect(many / some).to.be.lessThan((some / few) * 0.9);
        }
      } else {
        const growth = surroundings(part.text).map(([before, after]) => {
          const few = ways(4, [before, refused, after]);
          return few === 0 ? 0 : ways(8, [before, refused, after]) / few;
        });
        expect(Math.max(...growth)).to.be.greaterThan(8);
      }
    });
    fc.assert(property, { numRuns: 100 });
  });
});

type Surrounded = readonly [before: string, repeated: string, after: string];

function around(
  befores: readonly string[],
  afters: readonly string[],
  repeated: string,
): readonly Surrounded[] {
  return befores.flatMap((before) => afters.map((after) => [before, repeated, after] as const));
}

/** For each place of a pattern: what leads there, and what leads from there to an end. */
function surroundings(text: string): readonly (readonly [before: string, after: string])[] {
  const pattern = compiled(text);
  if (pattern === undefined) return [];
  const { sets: allowed, next, accepting } = sets(pattern);
  const walk = (from: number) => {
    const ways = new Map([[from, '']]);
    for (const [place, read] of ways) {
      for (const to of next[place] ?? []) {
        if (!ways.has(to))
          ways.set(to, read + String.fromCodePoint(exampleOfBoth(allowed[to] ?? [], allowed[to] ?? []) ?? 0));
      }
    }
    return ways;
  };
  return [...walk(0)].flatMap(([place, before]) =>
    [...walk(place)].filter(([end]) => accepting[end]).map(([, after]) => [before, after] as const),
  );
}

function compiled(text: string): CompiledPattern | undefined {
  const result = compilePattern(text);
  return result.ok ? result.rule : undefined;
}

function sets({ automaton }: CompiledPattern): AnalysedAutomaton {
  return analysedAutomaton(automaton);
}
