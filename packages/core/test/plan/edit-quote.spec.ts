import { expect } from 'chai';
import { bringsEdits, editQuote } from '../../src/plan/edit-quote.js';

const reason = { from: 'document', text: 'the document' } as const;
const wanted = {
  fields: { title: 'Doc', description: 'Hello', purchaseOrder: 'P1' },
  reasons: { title: reason, description: reason, purchaseOrder: reason },
};

describe('editQuote', () => {
  it('puts what a person gives in place of what the document says', () => {
    const { fields, reasons, edits, edited } = editQuote(wanted, undefined, {
      title: 'Mine',
      date: '2026-12-24',
    });
    expect(fields).to.deep.equal({ ...wanted.fields, title: 'Mine', date: '2026-12-24' });
    expect(reasons['title']?.from).to.equal('person');
    expect(reasons['description']).to.equal(reason);
    expect(edits).to.deep.equal({
      title: { value: 'Mine', over: 'Doc' },
      date: { value: '2026-12-24', over: null },
    });
    expect([...edited]).to.deep.equal(['title', 'date']);
  });

  it('keeps an edit for as long as the document says the same, and no longer', () => {
    const { edits } = editQuote(wanted, undefined, { title: 'Mine' });
    const again = editQuote(wanted, edits, undefined);
    expect(again.fields.title).to.equal('Mine');
    expect(again.edits).to.deep.equal(edits);
    expect(again.edited.size).to.equal(0);
    const renamed = { ...wanted, fields: { ...wanted.fields, title: 'New' } };
    expect(editQuote(renamed, edits, undefined)).to.deep.include({ fields: renamed.fields, edits: {} });
  });

  it('forgets an edit that gives back what the document says', () => {
    const { edits } = editQuote(wanted, undefined, { title: 'Mine' });
    const undone = editQuote(wanted, edits, { title: 'Doc' });
    expect(undone.edits).to.deep.equal({});
    expect([...undone.edited]).to.deep.equal(['title']);
  });

  it('may empty a field', () => {
    expect(editQuote(wanted, undefined, { description: '' }).fields.description).to.equal('');
  });
});

describe('bringsEdits', () => {
  const image = { wanted: { title: 'Mine' }, stored: { title: 'Mine' } };

  it('sees only what is not in force already', () => {
    expect(bringsEdits(undefined, undefined, undefined)).to.equal(false);
    expect(bringsEdits({ title: 'Mine' }, image, { title: 'Mine' })).to.equal(false);
    expect(bringsEdits({ title: 'Other' }, image, { title: 'Mine' })).to.equal(true);
    expect(bringsEdits({ date: '2026-01-01' }, image, {})).to.equal(true);
    expect(bringsEdits({ title: 'Mine' }, undefined, {})).to.equal(true);
    expect(bringsEdits({ title: 'Mine' }, undefined, undefined)).to.equal(false);
  });

  it('sees that a person has changed it in the PSA since', () => {
    expect(bringsEdits({ title: 'Mine' }, image, { title: 'Theirs' })).to.equal(true);
  });

  it('does not take the spelling of a PSA for a change', () => {
    const trimmed = { wanted: { title: 'Mine ' }, stored: { title: 'Mine' } };
    expect(bringsEdits({ title: 'Mine ' }, trimmed, { title: 'Mine' })).to.equal(false);
    expect(bringsEdits({ title: 'Mine' }, image, {})).to.equal(false);
  });
});
