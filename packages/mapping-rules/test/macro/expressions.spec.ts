import { expect } from 'chai';
import type { Problem, Vocabulary } from '../../src/index.js';
import { scopeOf } from '../vocabulary.js';
import { compiled, errorOf, errorsOf } from './compiled.js';

const known: Vocabulary = {
  line: [
    'InternalPartNumber',
    'VendorPartNumber',
    'ManufacturerPartNumber',
    'Part Number',
    'Price (USD)',
    'Ok?',
  ],
  header: ['DocNo'],
  application: [],
};
const tables = new Map([
  ['colours', { lookup: () => ({ value: ' red ' }) }],
  ['nothing', { lookup: () => ({ value: undefined }) }],
]);
const run = (text: string, line: Record<string, string> = {}): string =>
  compiled(text, { tables }, known).run(scopeOf(line, { DocNo: 'Q1' }));

describe('expressions', () => {
  it('give the value of a field through filters', () => {
    const line = { ManufacturerPartNumber: 'abc-def-ghi-jkl' };
    expect(run('<&{DI_ManufacturerPartNumber|upper|left:10}>', line)).to.equal('<ABC-DEF-GH>');
    expect(run('&{ di_manufacturerpartnumber | UPPER | Left : 3 }', line)).to.equal('ABC');
  });

  it('take the first alternative that is not empty', () => {
    const text = "&{DI_InternalPartNumber ?? DI_VendorPartNumber ?? 'NA'}";
    expect(run(text, { InternalPartNumber: 'I', VendorPartNumber: 'V' })).to.equal('I');
    expect(run(text, { InternalPartNumber: '  ', VendorPartNumber: ' V ' })).to.equal('V');
    expect(run(text)).to.equal('NA');
    expect(run('x&{DI_InternalPartNumber??DH_DocNo}')).to.equal('xQ1');
    expect(run('x&{DI_InternalPartNumber ?? DI_VendorPartNumber}')).to.equal('x');
  });

  it('filter one alternative, or all of them in parentheses', () => {
    const line = { InternalPartNumber: 'abc' };
    expect(run("&{DI_InternalPartNumber ?? 'na'|upper}", line)).to.equal('abc');
    expect(run("&{DI_VendorPartNumber ?? 'na'|upper}", line)).to.equal('NA');
    expect(run('&{(DI_VendorPartNumber ?? (DI_InternalPartNumber))|upper}', line)).to.equal('ABC');
  });

  it('read names with spaces and other signs', () => {
    const line = { 'Part Number': 'p', 'Price (USD)': '9', 'Ok?': 'yes' };
    expect(run('&{DI_Part Number|upper}', line)).to.equal('P');
    expect(run('&{DI_Ok? ?? DH_DocNo}', line)).to.equal('yes');
    expect(run(`&{DI_'Price (USD)'}&{di_"PRICE (usd)"}`, line)).to.equal('99');
  });

  it('read texts in either quote', () => {
    expect(run(`&{'it''s'}&{"it's"}&{"a ""b"""}&{'}|(??'}`)).to.equal(`it'sit'sa "b"}|(??`);
    expect(run("x&{''}&{' '}y")).to.equal('xy');
  });

  it('ask tables', () => {
    expect(run('&{TABLE_colours|upper}')).to.equal('RED');
    expect(run("&{table_nothing ?? TABLE_'Colours'}")).to.equal('red');
    const problem = errorOf('&{TABLE_colour}', { tables }, known);
    expect(problem).to.include({ code: 'table.unknownTable', position: 2 });
    expect(problem.suggestions).to.deep.equal(['TABLE_colours']);
    expect(errorOf('&{TABLE_constructor}').code).to.equal('table.unknownTable');
  });

  it('let an empty value through all filters but default', () => {
    expect(run("x&{DI_InternalPartNumber|pad:5,'0'|hash8|upper|replace:'a','b'|date:'yyyy'}")).to.equal('x');
    expect(run("&{DI_InternalPartNumber|pad:5 ?? 'y'}")).to.equal('y');
    expect(run("&{DI_InternalPartNumber|default:'z'|pad:3}")).to.equal('00z');
  });

  it('give nothing at all, and say why, where a filter refuses a value', () => {
    const macro = compiled("A-&{DI_InternalPartNumber|date:'yyyy' ?? 'none'}", {}, known);
    const problems: Problem[] = [];
    const scope = scopeOf({ InternalPartNumber: 'soon' });
    expect(macro.run(scope, (problem) => problems.push(problem))).to.equal('');
    expect(problems).to.have.length(1);
    expect(problems[0]).to.include({
      code: 'macro.valueRefused',
      path: '',
      position: 26,
      expected: 'a date such as 2026-03-31 or 3/31/2026',
    });
    expect(problems[0]?.message).to.contain('“soon”');
    expect(macro.run(scope)).to.equal('');
    expect(
      macro.run(scopeOf({ InternalPartNumber: '3/31/2026' }), (problem) => problems.push(problem)),
    ).to.equal('A-2026');
    expect(problems).to.have.length(1);
    expect(macro.explain(scope)).to.deep.include({ value: '', problems: [problems[0]] });
  });

  const mistakes: readonly (readonly [text: string, code: string, position: number])[] = [
    ['&{', 'macro.notClosed', 2],
    ['&{}', 'macro.unexpected', 2],
    ['&{DI_Part Number', 'macro.notClosed', 0],
    ["a&{'abc}", 'macro.notClosed', 3],
    ['&{(DI_Part Number}', 'macro.unexpected', 17],
    ['&{(DI_Part Number', 'macro.notClosed', 2],
    ['&{DI_Part Number)}', 'macro.unexpected', 16],
    ['&{DI_Part Number ?? }', 'macro.unexpected', 20],
    ['&{DI_Part Number|}', 'macro.unexpected', 17],
    ['&{DI_Part Number||upper}', 'macro.unexpected', 17],
    ['&{DI_Part Number|left:}', 'macro.unexpected', 22],
    ['&{DI_Part Number|left:-1}', 'macro.unexpected', 22],
    ['&{DI_Part Number|left:1,}', 'macro.unexpected', 24],
    ['&{DI_Part Number|left}', 'macro.wrongArgument', 17],
    ["&{DI_Part Number|left:'1'}", 'macro.wrongArgument', 17],
    ['&{DI_Part Number|left:1,2}', 'macro.wrongArgument', 17],
    ['&{DI_Part Number|upper:1}', 'macro.wrongArgument', 17],
    ['&{DI_Part Number|mid:0,1}', 'macro.wrongArgument', 17],
    ['&{DI_Part Number|pad:1001}', 'macro.wrongArgument', 17],
    ["&{DI_Part Number|pad:3,'ab'}", 'macro.wrongArgument', 17],
    ["&{DI_Part Number|replace:'','b'}", 'macro.wrongArgument', 17],
    ["&{DI_Part Number|date:'HH'}", 'macro.wrongArgument', 17],
    ["&{DI_Part Number|date:'-'}", 'macro.wrongArgument', 17],
    ["&{DI_Part Number|date:''}", 'macro.wrongArgument', 17],
    ['&{DI_Part Number|constructor}', 'macro.unknownFilter', 17],
    ['&{DI_Part Nmber|upper}', 'macro.unknownField', 2],
    ['&{DI_Part Number DH_DocNo}', 'macro.unknownField', 2],
  ];
  for (const [text, code, position] of mistakes) {
    it(`refuses ${text}`, () => {
      expect(errorOf(text, {}, known)).to.include({ code, position, path: '' });
    });
  }

  it('tell which name was meant when its prefix is missing', () => {
    const problem = errorOf('&{docno}', {}, known);
    expect(problem).to.include({ code: 'macro.unexpected', position: 2 });
    expect(problem.suggestions).to.deep.equal(['DH_DocNo']);
    expect(errorOf('&{&DH_DocNo|upper}', {}, known).suggestions).to.deep.equal(['DH_DocNo']);
    expect(errorOf('&{&}', {}, known).suggestions).to.deep.equal([]);
  });

  it('tell which filter was meant', () => {
    expect(errorOf('&{DI_DocNo|upper}', {}, known).suggestions).to.deep.equal(['DH_DocNo']);
    expect(errorOf('&DI_docno', {}, known).suggestions).to.deep.equal(['&DH_DocNo']);
    expect(errorOf('&{DH_DocNo|uper}', {}, known).suggestions).to.deep.equal(['upper']);
  });

  it('go on behind a mistake', () => {
    const problems = errorsOf('&{DH_DocNo|}-&{DH_DocNo|upper|lowr|left:x}-&{nothing}', {}, known);
    expect(problems.map(({ position }) => position)).to.deep.equal([11, 30, 40, 45]);
  });
});
