import { expect } from 'chai';
import type { LookupEntry } from '../../src/contract/records.js';
import type { QuoteDocument } from '../../src/domain/document.js';
import { resolveTaxes, type Taxes } from '../../src/resolve/resolve-taxes.js';
import { taxTableOf } from '../../src/resolve/tax-table.js';
import { lookupReader } from '../fakes/lookup-reader.js';
import { sampleDocument } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';
import { sampleRules } from '../samples/sample-rules.js';

const taxes: readonly LookupEntry[] = [
  { id: '1', name: 'Sales tax', detail: { percent: '6.50' } },
  { id: '2', name: 'VAT', detail: { percent: '20' } },
  { id: '3', name: 'VAT twin', detail: { percent: '20.0' } },
  { id: '4', name: 'Odd', detail: { percent: 'varies' } },
  { id: '5', name: 'None' },
];

function find(
  codes: readonly string[],
  tax: Partial<QuoteDocument['tax']> = {},
  mapped: Record<string, string> = {},
): Promise<Taxes> {
  return resolveTaxes(
    sampleDocument({ tax: { mode: 'perLine', ...tax } }),
    codes,
    taxTableOf(sampleRules(samplePolicy({ taxMappings: { codes: mapped } }))),
    lookupReader({ taxes }),
  );
}

describe('resolveTaxes', () => {
  it('takes the mapped tax of a code, whatever its case', async () => {
    const { byCode, conflicts } = await find(['g', 'G '], {}, { G: 'VAT' });
    expect(conflicts).to.deep.equal([]);
    expect([...byCode.keys()]).to.deep.equal(['G']);
    expect(byCode.get('G')).to.deep.equal({
      id: '2',
      percent: '20',
      reason: {
        from: 'mapping',
        at: 'taxMappings.codes.G',
        text: 'tax VAT',
        considered: [
          { candidate: 'VAT', at: 'taxMappings.codes.G', taken: true, why: 'the row for the tax code G' },
        ],
      },
    });
  });

  it('finds the tax of Y by the rate of the document, as a number', async () => {
    const { byCode, conflicts } = await find(['Y'], { rate: '0.065' });
    expect(conflicts).to.deep.equal([]);
    expect(byCode.get('Y')?.id).to.equal('1');
  });

  it('asks when two taxes have the rate, or none', async () => {
    const two = await find(['Y'], { rate: '0.2' });
    expect(two.conflicts[0]?.candidates.map(({ id }) => id)).to.deep.equal(['2', '3']);
    expect(two.byCode.size).to.equal(0);
    const none = await find(['Y'], { rate: '0.07' });
    expect(none.conflicts[0]?.message).to.contain('no tax of 7 %');
  });

  it('lets a mapping settle what the rate does not', async () => {
    expect((await find(['Y'], { rate: '0.2' }, { y: '3' })).byCode.get('Y')?.id).to.equal('3');
  });

  it('does not tax N, leaves an empty code to the PSA, and asks about any other', async () => {
    const { byCode, conflicts } = await find(['N', '', 'B']);
    expect(byCode.get('N')?.id).to.equal(null);
    expect(byCode.get('')).to.deep.include({
      reason: { from: 'default', text: 'the document states no tax code' },
    });
    expect(byCode.get('')).not.to.have.property('id');
    expect(conflicts.map(({ about }) => about)).to.deep.equal(['taxMappings.codes.B']);
  });

  it('takes taxed freight for taxed with both taxes in a document with Canadian codes', async () => {
    const mapped = { B: '1', G: '2' };
    expect((await find(['G', 'Y'], {}, mapped)).byCode.get('Y')).to.deep.include({ id: '1', percent: '6.5' });
    expect((await find(['G', 'Y'], {}, { ...mapped, Y: '3' })).byCode.get('Y')?.id).to.equal('3');
    expect((await find(['Y'], {}, mapped)).byCode.get('Y')).not.to.have.property('id');
  });

  it('takes Y without a rate for untaxed only when the document states no tax', async () => {
    expect((await find(['Y'], { total: '0' })).byCode.get('Y')?.id).to.equal(null);
    expect((await find(['Y'], { total: '5' })).byCode.get('Y')).not.to.have.property('id');
    expect((await find(['Y'])).byCode.get('Y')).not.to.have.property('id');
  });
});
