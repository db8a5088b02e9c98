import { expect } from 'chai';
import { fieldsIn, partyOf, type AddressMapping } from '../../src/domain/address-mapping.js';
import type { Party } from '../../src/domain/document.js';
import { addressConflicts } from '../../src/plan/address-conflicts.js';
import { addressOf as addressIn } from '../../src/rules/address-of.js';
import { emptyParty, sampleDocument } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';
import { sampleRules } from '../samples/sample-rules.js';

const { addressLines: byDefault } = samplePolicy().defaults;
const party = {
  ...emptyParty,
  company: 'Acme',
  contact: 'Ann Lee',
  address1: '1 Main Street',
  address2: 'Floor 2',
  address3: 'Room 3',
  city: 'Springfield',
  state: 'IL',
  postalCode: '62701',
  country: 'USA',
};

function addressOf(soldTo: Party, addressLines: AddressMapping): ReturnType<typeof addressIn> {
  const policy = samplePolicy({ defaults: { addressLines } });
  return addressIn(sampleRules(policy, sampleDocument({ soldTo })), 'soldTo');
}

describe('the mapping of address lines', () => {
  it('gives street, second line, city, state and country by default', () => {
    expect(addressOf(party, byDefault)).to.deep.equal({
      lines: ['1 Main Street', 'Floor 2, Room 3', 'Springfield', 'IL, USA'],
      postalCode: '62701',
    });
  });

  it('keeps empty lines in between and drops them at the end', () => {
    expect(addressOf({ ...emptyParty, address1: 'A', city: 'C' }, byDefault)).to.deep.equal({
      lines: ['A', '', 'C'],
      postalCode: '',
    });
    expect(addressOf(emptyParty, byDefault)).to.equal(undefined);
    expect(addressOf({ ...emptyParty, postalCode: '1' }, byDefault)?.lines).to.deep.equal([]);
  });

  const own = {
    line1: 'Company',
    line2: ' Address1 ,Address2',
    line3: 'PostalCode, City',
    line4: '',
    line5: 'Contact',
    postalCode: '',
  };

  it('takes each line from the fields that are set for it', () => {
    expect(addressOf({ ...party, address2: '' }, own)).to.deep.equal({
      lines: ['Acme', '1 Main Street', '62701, Springfield', '', 'Ann Lee'],
      postalCode: '',
    });
  });

  it('fills a document the other way round, the first field of a line that several share', () => {
    const address = addressOf(party, byDefault) ?? { lines: [], postalCode: '' };
    expect(partyOf(address, byDefault)).to.deep.equal({
      Address1: '1 Main Street',
      Address2: 'Floor 2, Room 3',
      City: 'Springfield',
      State: 'IL, USA',
      PostalCode: '62701',
    });
    expect(partyOf({ lines: ['Acme', ' '], postalCode: '1' }, own)).to.deep.equal({ Company: 'Acme' });
  });

  it('takes a country that stands beside the lines, unless a line has filled it', () => {
    const address = { lines: ['1 Main Street', '', 'Town', 'IL'], postalCode: '1', country: 'Canada' };
    expect(partyOf(address, byDefault)).to.include({ State: 'IL', Country: 'Canada' });
    const country = { ...byDefault, line3: 'Country', line4: 'City' };
    expect(partyOf(address, country)).to.include({ Country: 'Town', City: 'IL' });
    expect(partyOf({ ...address, country: '' }, byDefault)).not.to.have.property('Country');
  });

  it('knows the fields by name only', () => {
    expect(fieldsIn('City, constructor, Nowhere,, Phone')).to.deep.equal(['City', 'Phone']);
  });

  it('asks where the PSA has no place for a line that carries text', () => {
    const document = sampleDocument({ soldTo: party });
    const rules = sampleRules(samplePolicy({ defaults: { addressLines: own } }), document);
    expect(addressConflicts(rules, 4).map(({ about }) => about)).to.deep.equal([
      'defaults.addressLines.line5',
    ]);
    expect(addressConflicts(rules, 5)).to.deep.equal([]);
    expect(addressConflicts(rules, undefined)).to.deep.equal([]);
    expect(addressConflicts(sampleRules(samplePolicy(), document), 4)).to.deep.equal([]);
    const unnamed = sampleDocument({ soldTo: { ...party, contact: '' } });
    expect(
      addressConflicts(sampleRules(samplePolicy({ defaults: { addressLines: own } }), unnamed), 4),
    ).to.deep.equal([]);
  });
});
