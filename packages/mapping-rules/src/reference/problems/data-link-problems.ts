import type { ProblemEntries } from './problem-entry.js';

export const dataLinkProblems: ProblemEntries<'dataLink'> = {
  'dataLink.unknownField': {
    meaning: 'A row names a field that the document or the record does not have.',
    mend: 'Take the name that is suggested.',
    example: {
      rules: { dataLink: [{ on: 'save', object: 'opportunities', from: 'DocNum', to: 'CFReference' }] },
      records: { opportunities: [{ name: 'CFReference', type: 'text' }] },
    },
  },
  'dataLink.wrongObject': {
    meaning: 'This record cannot be linked at this occasion: addresses are filled by users and clients only.',
    mend: 'Change `on` or `object`.',
    example: {
      rules: { dataLink: [{ on: 'soldTo', object: 'quotes', from: 'reference', to: 'CustomText01' }] },
      records: { quotes: [{ name: 'reference', type: 'text' }] },
    },
  },
  'dataLink.wrongType': {
    meaning: 'The field takes another kind of value than the one that it would get.',
    mend: 'Link fields of the same type; a text takes anything when an address is chosen.',
    example: {
      rules: { dataLink: [{ on: 'save', object: 'opportunities', from: 'DocName', to: 'CFCount' }] },
      records: { opportunities: [{ name: 'CFCount', type: 'number' }] },
    },
  },
  'dataLink.notReadable': {
    meaning: 'The field of the record can be written only.',
    mend: 'Take another field.',
    example: {
      rules: { dataLink: [{ on: 'address', object: 'users', from: 'pin', to: 'CustomText01' }] },
      records: { users: [{ name: 'pin', type: 'text', readable: false }] },
    },
  },
  'dataLink.notWritable': {
    meaning: 'The field can be read only.',
    mend: 'Take another field.',
    example: {
      rules: { dataLink: [{ on: 'save', object: 'clients', from: 'SoldToCompany', to: 'id' }] },
      records: { clients: [{ name: 'id', type: 'text', writable: false }] },
    },
  },
  'dataLink.valueRefused': {
    meaning: 'The value of this document is nothing that the field takes. The field stays as it is.',
    mend: 'Correct the value in the document.',
    example: {
      rules: { dataLink: [{ on: 'save', object: 'opportunities', from: 'CustomDate01', to: 'CFDue' }] },
      records: { opportunities: [{ name: 'CFDue', type: 'date' }] },
      given: { DH_CustomDate01: 'next week' },
    },
  },
};
