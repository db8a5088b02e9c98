import { expect } from 'chai';
import { samplePolicy } from '../samples/sample-policy.js';
import { connectionRules } from '../samples/sample-rules.js';

describe('what rules name of the lists of the PSA', () => {
  const shown = (rules: ReturnType<typeof connectionRules>): readonly string[] =>
    rules.lookups.map(({ lookup, path, value }) => `${lookup} ${path} ${value}`);

  it('is each entry once, with its first row, those of fallback tables included', () => {
    const rules = connectionRules(samplePolicy({ taxMappings: { codes: { Y: 'of the settings' } } }), {
      productGroups: {
        rows: [
          { when: 'A', value: 'Hardware' },
          { when: 'B', value: 'Hardware' },
          { when: 'C', value: '' },
        ],
        default: 'Other',
        fallback: 'More',
      },
      users: { rows: { dora: 'Dora' } },
      tables: {
        More: { rows: { D: 'Cables' }, fallback: 'Last' },
        Last: { rows: { E: 'Other', F: 'Labour' } },
        Unused: { rows: { G: 'Nothing of a list' } },
      },
    });
    expect(shown(rules)).to.deep.equal([
      'productGroups rules.productGroups.rows.0 Hardware',
      'productGroups rules.productGroups.default Other',
      'productGroups rules.tables.More.rows.D Cables',
      'productGroups rules.tables.Last.rows.F Labour',
      'agents rules.users.rows.dora Dora',
    ]);
    expect(rules.lookups[0]?.place).to.match(/^rules\.yaml:\d+$/);
  });

  it('is nothing without a file: the settings say for themselves what they name', () => {
    expect(shown(connectionRules(samplePolicy({ userMappings: { users: { dora: 'Dora' } } })))).to.deep.equal(
      [],
    );
  });
});
