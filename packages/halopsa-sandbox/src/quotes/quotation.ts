import { currencyCodeOf } from '../entities/check-currency.js';
import type { Entity } from '../entities/entity.js';
import { nameOf } from '../entities/name-of.js';
import { equals, oneOf, whenTrue } from '../listing/row-filter.js';
import { numberIn, textIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { prepareQuote, quoteStored } from './prepare-quote.js';
import { quoteFields } from './quote-fields.js';
import { isOpenQuote, quoteStatus } from './quote-status.js';
import { showQuote } from './show-quote.js';

/** Schema `QuotationHeader`. Its list holds whole headers, lines only with `includelines`. */
export const quotation: Entity = {
  collection: 'quotes',
  route: 'Quotation',
  rowsKey: 'quotes',
  scopes: { read: ['read:quotes', 'read:sales'], write: ['edit:quotes', 'edit:sales'] },
  fields: quoteFields,
  searched: ['id', 'title', 'po_ref', 'client_name', 'user_name', 'third_party_number'],
  filters: {
    ticket_id: equals('ticket_id'),
    client_id: equals('client_id'),
    site_id: equals('site_id'),
    user_id: equals('user_id'),
    quote_status: oneOf('status'),
    open: whenTrue(isOpenQuote),
    closed: whenTrue((row, world) => !isOpenQuote(row, world)),
  },
  derived: {
    status_name: (row, world) => textIn(quoteStatus(row, world) ?? {}, 'name'),
    client_name: nameOf('clients', 'client_id'),
    site_name: nameOf('sites', 'site_id'),
    user_name: nameOf('users', 'user_id'),
    assigned_agent_name: nameOf('agents', 'assigned_agent'),
    createdbyagentname: nameOf('agents', 'agent_id'),
    currency_code_name: nameOf('currencies', 'currency_code'),
    currency: currencyCodeOf('currency_code'),
    currency_conversion_rate: conversionRate,
    ticket_summary: (row, world) => textIn(world.tenant.find('tickets', row['ticket_id']) ?? {}, 'summary'),
  },
  details: ['external_links'],
  customFieldsOf: 'quote',
  prepare: prepareQuote,
  stored: quoteStored,
  show: showQuote,
};

/** The rate the quote was written with, else that of its currency. */
function conversionRate(row: Row, world: World): number {
  const currency = world.tenant.find('currencies', row['currency_code']);
  return numberIn(row, 'currency_conversion_rate') || numberIn(currency ?? {}, 'conversion_rate') || 1;
}
