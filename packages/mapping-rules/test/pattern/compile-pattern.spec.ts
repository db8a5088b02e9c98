import { expect } from 'chai';
import fc from 'fast-check';
import { compilePattern } from '../../src/pattern/compile-pattern.js';

describe('compilePattern', () => {
  it('compares the whole value, without regard to case', () => {
    expect(matches('HP-\\d{2,3}', 'hp-12')).to.equal(true);
    expect(matches('HP-\\d{2,3}', 'xhp-12')).to.equal(false);
    expect(matches('^HP$|^Dell$', 'dell')).to.equal(true);
    expect(matches('ΟΔΟΣ', 'οδοσ')).to.equal(true);
    expect(matches('[À-Þ]+', 'é')).to.equal(true);
    expect(matches('[^A-Z]', 'a')).to.equal(false);
    expect(matches('.', '😀')).to.equal(true);
    expect(matches('', '')).to.equal(true);
  });

  it('knows classes, categories and escapes', () => {
    expect(matches('\\p{L}+\\P{L}', 'größe1')).to.equal(true);
    expect(matches('\\p{Lu}', 'a')).to.equal(true);
    expect(matches('[\\d\\-\\]]+', '1-]')).to.equal(true);
    expect(matches('[a-]+', 'a-')).to.equal(true);
    expect(matches('\\u{1F600}\\x41\\u0062\\t\\.', '😀ab\t.')).to.equal(true);
    expect(matches('\\s\\S\\W\\D', ' x-y')).to.equal(true);
    expect(matches('[^\\s]', ' ')).to.equal(false);
  });

  it('says what it does not take, and where', () => {
    const refused: Record<string, number> = {
      ...{
        'a(?=b)': 1,
        'a(?<n>b)': 1,
        '(?i)a': 0,
        'a**': 2,
        'a+?': 2,
        'a++': 2,
        '\\1': 0,
        'x\\b': 1,
        '\\q': 0,
      },
      ...{ '(a': 0, 'a)': 1, '[a': 0, '[]': 0, '[z-a]': 0, '*a': 0, 'a|+': 2, 'a{3,2}': 1, 'a^b': 1, a$b: 1 },
      ...{ '(^a)': 1, 'a]': 1, '{1}': 0, '\\p{Nope}': 0, '\\u{110000}': 0, '\\': 0, '  (a': 2 },
    };
    for (const [text, position] of Object.entries(refused)) {
      const { ok, problems } = compilePattern(text);
      expect({ text, ok, code: problems[0]?.code, position: problems[0]?.position }).to.deep.equal({
        ...{ text, ok: false, code: 'pattern.invalid', position },
      });
    }
  });

  it('refuses what is too large', () => {
    const large = [
      'a'.repeat(1001),
      'a{501}',
      'a{1,99999999999999999999}',
      '(a{100}){100}',
      '((a?){30}){30}',
      '('.repeat(40),
    ];
    for (const text of large) expect(compilePattern(text).problems[0]?.code).to.equal('pattern.tooLarge');
  });

  it('does not repeat nothing', () => {
    for (const empty of ['()', '(|)', '(a{0})', '(()*|(){2})']) {
      const nested = `${'('.repeat(20)}${empty}${'{500})'.repeat(20)}`;
      const start = performance.now();
      expect(compilePattern(nested).ok, nested).to.equal(true);
      expect(performance.now() - start).to.be.lessThan(500);
      expect(matches(nested, '')).to.equal(true);
      expect(matches(nested, 'a')).to.equal(false);
    }
  });

  it('takes one step a character, whatever it accepts', () => {
    for (const text of [
      '.*a.*a.*a.*a.*a.*b',
      'a*a*a*a*a*a*b',
      '(a?){20}a{20}',
      '.*a.{12}b',
      '(x|a)*(a|y)*(a|z)*!',
    ]) {
      const result = compilePattern(text);
      if (!result.ok) throw new Error(result.problems[0]?.message);
      const start = performance.now();
      expect(result.rule.matches('a'.repeat(200_000))).to.equal(false);
      expect(result.rule.matches('ay'.repeat(50_000) + 'x')).to.equal(false);
      expect(performance.now() - start, text).to.be.lessThan(1000);
    }
  });

  it('answers to any text at all', () => {
    const pieces = fc.constantFrom(...Array.from('()[]{}|*+?.\\^$-,0129abpdDwWsSux:=!<>é😀\ud800 '));
    const property = fc.property(fc.array(pieces, { maxLength: 30 }), (characters) => {
      const result = compilePattern(characters.join(''));
      expect(result.ok).to.equal(result.problems.length === 0);
      if (result.ok) expect(result.rule.matches(characters.join('').toLowerCase())).to.be.a('boolean');
    });
    fc.assert(property, { numRuns: 3000 });
  });
});

function matches(pattern: string, folded: string): boolean {
  const result = compilePattern(pattern);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.rule.matches(folded);
}
