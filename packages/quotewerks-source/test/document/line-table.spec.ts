import type { DocumentLine } from '@quotebridge/core/plugin';
import { expect } from 'chai';
import { lineTable } from '../../src/index.js';
import { readRows } from '../read-csv.js';

function line(key: string, more: Partial<DocumentLine>): DocumentLine {
  return {
    key,
    lineType: 'product',
    attributes: [],
    itemType: 'Hardware',
    manufacturerPartNumber: 'M-1',
    vendorPartNumber: 'V-1',
    internalPartNumber: '',
    manufacturer: 'Dell',
    vendor: 'Brightline, Ltd.',
    description: 'Monitor 27" “wide”',
    notes: 'two\nlines',
    quantity: '1',
    groupQuantity: '1',
    unitOfMeasure: '',
    unitCost: '310.5',
    unitList: '389',
    unitPrice: '389',
    taxCode: '',
    fields: {},
    ...more,
  };
}

describe('lineTable', () => {
  it('gives rows that are read back as the same lines', async () => {
    const lines = [
      line('1', {}),
      line('2', { fields: { CustomText07: 'Ä-7' } }),
      ...(['weekly', 'monthly', 'quarterly', 'yearly'] as const).map((period, index) =>
        line(String(index + 3), {
          attributes: ['recurring'],
          recurrence: { period, firstPaymentIncluded: false },
        }),
      ),
    ];
    const { columns, rows } = lineTable(lines);
    const [document, ...others] = await readRows(
      rows.map((row) => ({
        I_QtyTotal: '',
        ...Object.fromEntries(
          row.map((cell, index) => [(columns[index] ?? '').replace('DocumentItems_', 'I_'), cell]),
        ),
      })),
    );
    expect(others).to.deep.equal([]);
    expect(document?.faults).to.deep.equal([]);
    for (const [index, read] of (document?.content.lines ?? []).entries()) {
      const { key: _key, fields, ...wanted } = lines[index] as DocumentLine;
      expect(read).to.deep.include(wanted);
      expect(read.fields['CustomText07'] ?? '').to.equal(fields['CustomText07'] ?? '');
    }
    expect(document?.content.lines).to.have.length(lines.length);
  });
});
