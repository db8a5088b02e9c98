import { runCases } from '@quotebridge/mapping-rules/tools';
import { expect } from 'chai';
import { casesView } from '../../src/cases/cases-view.js';
import { junitReport } from '../../src/cases/junit-report.js';
import { compiledRules, shopRules } from '../compiled-rules.js';
import { ruleFile } from '../rule-file.js';
import { plainColours } from '../plain-colours.js';

const tests = [
  {
    name: 'labor',
    given: { ItemType: 'Labor', ManufacturerPartNumber: 'A' },
    expect: { PartNumber: 'LAB-A' },
  },
  {
    name: 'a <bad> & "quoted" case\u0001\ud800',
    given: { ItemType: 'Labor', ManufacturerPartNumber: 'A' },
    expect: { PartNumber: 'LAB-B', ProductGroup: '', ItemNam: 'x' },
  },
];
const document = { ...shopRules, tests };
const results = runCases(compiledRules(document));
const file = ruleFile(document, 'rules & more.json');

describe('cases beside the rules', () => {
  it('are shown with what was expected and what the rules gave, and the rule behind it', () => {
    expect(
      casesView(results, file, plainColours)
        .replace(/ case.*more/, ' … more')
        .split('\n'),
    ).to.deep.equal([
      '✔ labor',
      '✖ a <bad> & "quoted" … more.json:62',
      '    PartNumber  by /partNumber/generation/byItemType/rows/0 (rules & more.json:9)',
      '    - LAB-B',
      '    + LAB-A',
      '    ProductGroup  by /productGroups/rows/Labor (rules & more.json:37)',
      '    - (no value)',
      '    + Services',
      '    The rules give no column “ItemNam”. Did you mean ItemName?',
      '1 of 2 cases failed (- expected, + came out).',
    ]);
    expect(casesView(results.slice(0, 1), file, plainColours)).to.equal('✔ labor\n1 case passed.');
  });

  it('are JUnit XML for build servers, whatever characters their names have', () => {
    const report = junitReport(file, results, 0.0123);
    const lines = report.split('\n');
    expect(lines.slice(0, 4)).to.deep.equal([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites tests="2" failures="1" errors="0" time="0.012">',
      '  <testsuite name="rules &amp; more.json" tests="2" failures="1" errors="0" time="0.012">',
      '    <testcase classname="rules &amp; more.json" name="labor" file="rules &amp; more.json" line="52"/>',
    ]);
    expect(lines[4]).to.equal(
      '    <testcase classname="rules &amp; more.json" name="a &lt;bad&gt; &amp; &quot;quoted&quot; case\uFFFD\uFFFD" file="rules &amp; more.json" line="62">',
    );
    expect(lines[5]).to.match(
      /^ {6}<failure type="case\.differs" message="[^"<]*">[^<]*- LAB-B&#10;\+ LAB-A[^<]*<\/failure>$/,
    );
    // Outside of tags nothing is left that XML would take for one.
    expect(
      report.replace(/<\/?[a-z]+( [a-z]+="[^"<&]*(&[a-z#0-9]+;[^"<&]*)*")*\/?>|<\?xml[^>]*>/g, ''),
    ).not.to.match(/[<>]/);
  });
});
