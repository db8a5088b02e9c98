import { Failure } from '../../src/errors/failure.js';
import { exampleRules } from '../../src/init/example-rules.js';
import { ruleFileOf } from '../../src/rules/rule-file.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { checkRuleSet } from '@quotebridge/mapping-rules/tools';

const wholeRules = exampleRules('lines.csv');

/** The example with a piece taken out, and another piece or any text in its place. */
const mutated = fc
  .tuple(
    fc.nat({ max: wholeRules.length }),
    fc.nat({ max: 40 }),
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '\n',
        '\n  ',
        '- ',
        ': ',
        '{',
        '[',
        '&{',
        '??',
        '|',
        "'",
        '"',
        '#',
        '*x',
        '__proto__: 1',
        '!!set ',
      ),
      fc
        .tuple(fc.nat({ max: wholeRules.length }), fc.nat({ max: 60 }))
        .map(([from, length]) => wholeRules.slice(from, from + length)),
    ),
  )
  .map(([from, length, text]) => wholeRules.slice(0, from) + text + wholeRules.slice(from + length));

describe('a rule file of any text', () => {
  it('has problems with places in it, and never anything worse', () => {
    fc.assert(
      fc.property(fc.oneof(mutated, fc.string({ maxLength: 60 })), (text) => {
        const lines = text.split('\n').length;
        for (const { line, column, message, file } of problemsOf(text)) {
          expect(file).to.equal('rules.yaml');
          expect(line, message).to.be.within(1, lines);
          expect(column, message).to.be.at.least(1);
          expect(message).not.to.equal('');
        }
      }),
      { numRuns: 300 },
    );
  });
});

function problemsOf(text: string): ReturnType<ReturnType<typeof ruleFileOf>['located']> {
  try {
    const { content, located } = ruleFileOf('rules.yaml', text);
    return located(checkRuleSet(content));
  } catch (error) {
    if (error instanceof Failure && error.code === 'rules.invalid') return error.details.problems ?? [];
    throw error;
  }
}
