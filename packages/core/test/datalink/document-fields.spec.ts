import { expect } from 'chai';
import { listDocumentFields, type DocumentField } from '../../src/datalink/list-document-fields.js';
import { fillDocument } from '../../src/datalink/fill-document.js';
import { headerVocabulary } from '../../src/datalink/document-fields.js';
import { headerPlaces, linePlaces } from '../../src/datalink/neutral-places.js';
import { headerFields, lineFields } from '../../src/resolve/line-scope.js';
import { sampleDocument, sampleLine } from '../samples/sample-document.js';

describe('the fields of documents that settings may name', () => {
  const named = (fields: readonly DocumentField[], name: string): DocumentField | undefined =>
    fields.find((field) => field.name === name);

  it('are the known ones, with their macro, type and place in the JSON form', () => {
    const fields = listDocumentFields();
    expect(named(fields, 'DocNo')).to.deep.equal({
      area: 'header',
      name: 'DocNo',
      macro: '&DH_DocNo',
      type: 'text',
      place: 'number',
    });
    expect(named(fields, 'ExpirationDate')).to.include({ type: 'date', place: 'expiresOn' });
    expect(named(fields, 'ManufacturerPartNumber')).to.include({
      area: 'line',
      macro: '&DI_ManufacturerPartNumber',
    });
    expect(fields.every((field) => !('value' in field))).to.equal(true);
  });

  it('are, of a document, also its own, each with its value', () => {
    const fields = listDocumentFields(
      sampleDocument({
        number: 'A7',
        expiresOn: '2026-12-20',
        fields: { 'Own Column': 'mine' },
        lines: [sampleLine({ key: '1' }), sampleLine({ key: '2', fields: { CustomText09: 'second' } })],
      }),
    );
    expect(named(fields, 'DocNo')?.value).to.equal('A7');
    expect(named(fields, 'ExpirationDate')?.value).to.equal('2026-12-20');
    expect(named(fields, 'Own Column')).to.include({ value: 'mine' }).and.not.to.have.property('macro');
    expect(fields.find(({ area, name }) => area === 'line' && name === 'CustomText09')?.value).to.equal(
      'second',
    );
  });

  it('have a place in the JSON form exactly where the neutral document has them', () => {
    const document = sampleDocument({
      date: '2026-01-02',
      expiresOn: '2026-02-02',
      subtotal: '1',
      grandTotal: '1',
    });
    const taxed = { ...document, tax: { ...document.tax, rate: '0.1', total: '1' }, fields: {} };
    expect(Object.keys(headerPlaces)).to.have.members(Object.keys(headerFields(taxed)));
    const line = sampleLine({ extendedPrice: '1', fields: {} });
    expect(Object.keys(linePlaces)).to.have.members(Object.keys(lineFields(line)));
  });

  it('let the day of expiration be filled under each of its spellings', () => {
    const names = headerVocabulary(undefined).find(({ name }) => name === 'ExpirationDate')?.otherNames ?? [];
    for (const field of ['ExpirationDate', ...names]) {
      expect(fillDocument(sampleDocument(), [{ field, value: '2027-01-01' }]).expiresOn, field).to.equal(
        '2027-01-01',
      );
    }
  });
});
