import { amountsText, moneyText } from './money-text.js';
import { billingPeriods, type Match, type Plan } from '@quotebridge/core';

type Matches = Plan['matches'];

const matchKinds: Readonly<Record<string, Match['kind']>> = {
  clientId: 'client',
  siteId: 'site',
  userId: 'user',
  ownerId: 'owner',
  ticketTypeId: 'ticketType',
  opportunityId: 'opportunity',
};

const moneyFields = new Set(['value', 'price', 'listPrice', 'cost']);

/** A field's value for people: ids with the name they were matched by, amounts per period, addresses in one line. */
export function valueText(field: string, value: unknown, matches: Matches): string {
  if (value === undefined || value === null || value === '') return '(empty)';
  if (typeof value === 'string') {
    if (moneyFields.has(field)) return moneyText(value);
    if (field === 'discountPercent') return `${value} %`;
    const match = matches.find((candidate) => candidate.kind === matchKinds[field] && candidate.id === value);
    return match === undefined ? oneLine(value) : `${match.name} (${value})`;
  }
  if (typeof value !== 'object') return JSON.stringify(value);
  if ('lines' in value && Array.isArray(value.lines)) {
    const postalCode = 'postalCode' in value ? String(value.postalCode) : '';
    const text = [...(value.lines as string[]), postalCode].filter((part) => part !== '').join(', ');
    return text === '' ? '(empty)' : oneLine(text);
  }
  if (Object.keys(value).every((key) => (billingPeriods as readonly string[]).includes(key)))
    return amountsText(value);
  return JSON.stringify(value);
}

/** `expectedCloseDate` → `expected close date`; an id is called by what it names. */
export function fieldText(field: string): string {
  return field
    .replace(/Id$/, '')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim();
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ⏎ ').trim();
}
