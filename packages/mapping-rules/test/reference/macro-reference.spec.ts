import { expect } from 'chai';
import { macroFilters } from '../../src/macro/macro-filters.js';
import { macroPrefixes as prefixes } from '../../src/macro/macro-prefixes.js';
import { filterReference, macroForms, macroPrefixes } from '../../src/reference.js';
import { compiledRules, lineOf } from '../compiled-rules.js';

describe('the reference of macros', () => {
  for (const { macro, given, gives } of [...macroPrefixes, ...macroForms, ...filterReference].flatMap(
    ({ examples }) => examples,
  )) {
    it(`is right: ${macro} with ${JSON.stringify(given)}`, () => {
      const rules = compiledRules({ descriptions: { lineName: macro } });
      const { scope, lineType } = lineOf(rules, given);
      expect(rules.resolve(scope, lineType)).to.deep.equal({ values: { LineName: gives }, problems: [] });
    });
  }

  it('has every filter, with its arguments', () => {
    expect(filterReference.map(({ name }) => name)).to.deep.equal([...macroFilters.keys()]);
    for (const { name, arguments: written, examples } of filterReference) {
      const { takes = '' } = macroFilters.get(name) ?? {};
      expect(written === '' ? 0 : written.split(',').length, name).to.equal(takes.length);
      for (const { macro } of examples) expect(macro).to.contain(`|${name}`);
    }
  });

  it('has every prefix', () => {
    expect(new Map(macroPrefixes.map(({ prefix, area }) => [prefix, area]))).to.deep.equal(prefixes);
  });
});
