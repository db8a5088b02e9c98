import type { DataLinkObject, FieldDescription } from '@quotebridge/core/plugin';
import { memoryId } from './memory-id.js';

/** The fields of a fresh tenant: a few built-in ones, and custom ones of every type on every record. */
export const memoryFieldList: Readonly<Record<DataLinkObject, readonly FieldDescription[]>> = {
  users: [
    readOnly('name', 'Name'),
    readOnly('email', 'E-mail'),
    text('phone', 'Telephone', { maximumLength: 30 }),
    text('title', 'Job title'),
    ...customFields(),
  ],
  clients: [readOnly('name', 'Name'), text('note', 'Note'), ...customFields()],
  opportunities: [
    readOnly('statusName', 'Status'),
    text('referral', 'Referred by'),
    ...customFields(),
    choice('CFLeadSource', 'Lead source', ['Fair', 'Telephone', 'Web'], { required: [memoryId(2)] }),
  ],
  quotes: [readOnly('title', 'Title'), text('terms', 'Terms'), ...customFields()],
  lineItems: [readOnly('itemNumber', 'Item number'), text('warehouse', 'Warehouse'), ...customFields()],
};

function customFields(): readonly FieldDescription[] {
  const custom = { custom: true };
  return [
    text('CFReference', 'Reference', { ...custom, maximumLength: 60 }),
    { ...text('CFScore', 'Score', custom), type: 'number' },
    { ...text('CFReviewOn', 'Review on', custom), type: 'date' },
    { ...text('CFUrgent', 'Urgent', custom), type: 'boolean' },
    choice('CFRegion', 'Region', ['North', 'South & East', 'West'], custom),
  ];
}

function text(name: string, label: string, more: Partial<FieldDescription> = {}): FieldDescription {
  return {
    name,
    label,
    type: 'text',
    custom: false,
    readable: true,
    writable: true,
    required: false,
    ...more,
  };
}

function readOnly(name: string, label: string): FieldDescription {
  return text(name, label, { writable: false });
}

function choice(
  name: string,
  label: string,
  choices: readonly string[],
  more: Partial<FieldDescription>,
): FieldDescription {
  return { ...text(name, label, more), type: 'choice', custom: true, choices };
}
