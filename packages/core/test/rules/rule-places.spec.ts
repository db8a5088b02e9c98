import { expect } from 'chai';
import { samplePolicy } from '../samples/sample-policy.js';
import { connectionRules } from '../samples/sample-rules.js';

describe('where rules stand', () => {
  const { places } = connectionRules(samplePolicy());
  for (const [pointer, setting] of [
    ['/partNumber/field', 'products.itemNumberField'],
    ['/partNumber/generation', 'products.partNumberGeneration'],
    ['/partNumber/generation/macro', 'products.partNumberGeneration.macro'],
    ['/partNumber/generation/byItemType/rows/Labor', 'products.partNumberGeneration.byItemType.Labor'],
    ['/partNumber/generation/byItemType/default', 'products.partNumberGeneration.otherwise'],
    ['/partNumber/fallbackByLineType/freight', 'products.emptyPartNumbers.freight'],
    ['/summary/partNumber', 'opportunity.summaryPartNumber'],
    ['/productGroups/rows/A~1C', 'productGroupMappings.groups.A/C'],
    ['/productGroups/default', 'defaults.productGroup'],
    ['/users/rows/d.whitfield', 'userMappings.users.d.whitfield'],
    ['/taxes/rows/Y', 'taxMappings.codes.Y'],
    ['/siteAddress/line1', 'defaults.addressLines.line1'],
    ['/dataLink/3/to', 'dataLink.rows.3.to'],
  ] as const) {
    it(`of the settings: ${pointer} is ${setting}`, () => {
      expect(places.at(pointer)).to.equal(setting);
      expect(places.inFile(pointer)).to.equal(undefined);
    });
  }

  it('of a file: by section and row, with the line; the rest stays with the settings', () => {
    const of = connectionRules(samplePolicy(), {
      productGroups: { rows: [{ when: 'Labor', value: 'Labor' }] },
      tables: { More: { rows: {} } },
    }).places;
    expect(of.at('/productGroups/rows/3')).to.equal('rules.productGroups.rows.3');
    expect(of.inFile('/productGroups/rows/3')).to.equal('rules.yaml:21');
    expect(of.at('/tables/More/rows/x')).to.equal('rules.tables.More.rows.x');
    expect(of.at('/tests/0')).to.equal('rules.tests.0');
    expect(of.at('/users/rows/dora')).to.equal('userMappings.users.dora');
    expect(of.inFile('/users/rows/dora')).to.equal(undefined);
    expect(of.at('/productGroups/default'), 'which the file leaves to the settings').to.equal(
      'defaults.productGroup',
    );
  });
});
