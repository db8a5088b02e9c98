import { expect } from 'chai';
import type { QuoteDocument } from '../../src/domain/document.js';
import { lookupFaults } from '../../src/resolve/lookup-faults.js';
import { lookupReader } from '../fakes/lookup-reader.js';
import { sampleDocument, sampleLine } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';
import { connectionRules } from '../samples/sample-rules.js';

describe('the rules of a connection', () => {
  const partNumber = {
    field: 'InternalPartNumber',
    generation: { mode: 'macro', macro: 'X-&DI_Shelf' },
  } as const;
  const withFields = (fields: Readonly<Record<string, string>>, header = {}): QuoteDocument =>
    sampleDocument({ fields: header, lines: [sampleLine({ fields })] });

  it('are compiled once for documents that differ in columns of QuoteWerks', () => {
    const rules = connectionRules(samplePolicy(), { partNumber });
    const compiled = (document: QuoteDocument): unknown => rules.forDocument(document, {}).compiled;
    const one = compiled(withFields({ Shelf: 'A' }));
    expect(compiled(withFields({ Shelf: 'B', CustomText01: 'x' }, { Terms: 'Net 30' }))).to.equal(one);
    expect(compiled(withFields({}))).not.to.equal(one);
    expect(compiled(withFields({}))).to.equal(rules.checked().compiled);
  });

  it('ask for a column as the document calls it, in whatever case', () => {
    const macro = '&DI_CustomText05';
    const rules = connectionRules(samplePolicy(), {
      partNumber: { field: 'InternalPartNumber', generation: { mode: 'macro', macro } },
    });
    for (const name of ['CustomText05', 'customtext05', 'CUSTOMTEXT05']) {
      const document = withFields({ [name]: name });
      const { compiled, scope } = rules.forDocument(document, {});
      const [line] = document.lines;
      expect(compiled.partNumber(scope(line), 'product')?.number).to.equal(name);
    }
  });

  it('tell the first of very many rows that are wrong, and how many more there are', async () => {
    const rows = Object.fromEntries(Array.from({ length: 2_000 }, (_, row) => [`P-${row}`, `Group ${row}`]));
    const byItemType = {
      rows: Object.fromEntries(Array.from({ length: 300 }, (_, row) => [`P-${row}`, `&DI_Qzzx${row}`])),
    };
    const rules = connectionRules(samplePolicy(), {
      productGroups: { rows },
      partNumber: { field: 'InternalPartNumber', generation: { mode: 'byItemType', byItemType } },
    });
    let explained = 0;
    const faults = await lookupFaults(
      rules.lookups,
      ['productGroups'],
      lookupReader({ productGroups: [{ id: 'g1', name: 'Hardware' }] }),
      'isFault',
      async () => {
        explained += 1;
        return undefined;
      },
    );
    expect([faults.length, explained]).to.deep.equal([50, 50]);
    expect(faults.at(-1)?.message).to.match(/1950 more of that kind are not shown\.$/);
    const { conflicts } = rules.forDocument(sampleDocument(), {});
    expect(conflicts).to.have.length(50);
    expect(conflicts.at(-1)?.message).to.match(/250 more of that kind are not shown\./);
  });
});
