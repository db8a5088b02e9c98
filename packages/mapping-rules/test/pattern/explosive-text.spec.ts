import { expect } from 'chai';
import { analysedAutomaton } from '../../src/pattern/analysed-automaton.js';
import { compilePattern } from '../../src/pattern/compile-pattern.js';
import { explosiveText } from '../../src/pattern/explosive-text.js';
import { Work } from '../../src/pattern/work.js';

describe('explosiveText', () => {
  it('finds the text that explodes when it is repeated', () => {
    const explosive: Record<string, string> = {
      ...{ '(a+)+': 'a', '(a*)*b': 'a', '(a|a)*': 'aa', '(a|aa)+': 'aaa', '([A-Z]+)*\\d': 'a', '(.*)*': 'a' },
      ...{
        '(\\w+\\s?)*': 'a',
        '(x+x+)+y': 'xxx',
        '((ab)*)*': 'ab',
        '(a?b?){2,}': 'ba',
        '(\\d+|\\d+x)+': '0',
      },
    };
    for (const [pattern, text] of Object.entries(explosive))
      expect(explosiveIn(pattern), pattern).to.equal(text);
  });

  it('leaves alone what grows like a polynomial, or not at all', () => {
    for (const pattern of [
      '(a+b)+',
      '(\\w+ )*\\w+',
      '(a|b)*',
      '([A-Z]{2}-?)+',
      '.*HP.*LP.*',
      'a*a*',
      '(a?b)*',
    ]) {
      expect(explosiveIn(pattern), pattern).to.equal(undefined);
    }
  });

  it('shows in other programs: twice the time for each repetition more', () => {
    const expression = /^(?:(a+)+)$/;
    const time = (length: number) => {
      const times = [1, 2, 3].map(() => {
        const start = performance.now();
        expression.test(`${'a'.repeat(length)}!`);
        return performance.now() - start;
      });
      return Math.min(...times);
    };
    expect(time(20)).to.be.greaterThan(8 * time(12));
  });
});

function explosiveIn(pattern: string): string | undefined {
  const result = compilePattern(pattern);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return explosiveText(analysedAutomaton(result.rule.automaton), new Work(1_000_000));
}
