import { expect } from 'chai';
import { tableFromRecords } from '../../src/csv/table-from-records.js';
import { compileDataLink } from '../../src/data-link/compile-data-link.js';
import type { DataLinkVocabulary } from '../../src/data-link/data-link-vocabulary.js';
import { documentField } from '../../src/data-link/document-field.js';
import { problemCodes } from '../../src/problem/problem-codes.js';
import type { Problem } from '../../src/problem/problem.js';
import { problemReference, type ProblemExample } from '../../src/reference.js';
import { checkRuleSet } from '../../src/rule-set/check-rule-set.js';
import { compileRuleSet } from '../../src/rule-set/compile-rule-set.js';
import type { CompiledRuleSet } from '../../src/rule-set/compiled-rule-set.js';
import { lineOf } from '../compiled-rules.js';

function problemsOf(example: ProblemExample): readonly Problem[] {
  if ('columns' in example) {
    return tableFromRecords(example.columns, example.records, { key: 'ItemType' }).problems;
  }
  const { rules, given, records } = example;
  const document = { version: 1, ...rules };
  if (given === undefined) return checkRuleSet(document, records === undefined ? {} : { records });
  const compilation = compileRuleSet(document);
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems));
  const { rule } = compilation;
  const { scope, lineType } = lineOf(rule, given);
  return [...rule.resolve(scope, lineType).problems, ...savedProblems(rule, scope.header, records)];
}

/** What is wrong with values that saving the document would write. */
function savedProblems(
  { ruleSet, vocabulary }: CompiledRuleSet,
  header: Readonly<Record<string, string>>,
  records: DataLinkVocabulary['records'],
): readonly Problem[] {
  const fields = { header: vocabulary.header.map(documentField), line: vocabulary.line.map(documentField) };
  const compiled = compileDataLink(ruleSet.dataLink ?? [], {
    ...fields,
    ...(records === undefined ? {} : { records }),
  });
  return compiled.save('opportunities', header).problems;
}

describe('the reference of problem codes', () => {
  it('has every code', () => {
    expect(Object.keys(problemReference).sort()).to.deep.equal(Object.keys(problemCodes).sort());
  });

  for (const [code, { example }] of Object.entries(problemReference)) {
    it(`shows what leads to ${code}, and to nothing worse`, () => {
      const problems = problemsOf(example);
      const codes = problems.map((problem) => problem.code);
      expect(codes).to.include(code);
      const severity = problemCodes[code as keyof typeof problemCodes];
      if (severity === 'warning')
        expect(problems.every((problem) => problem.severity === 'warning')).to.equal(true);
    });
  }
});
