import { action } from '../actions/action.js';
import { attachment } from '../attachments/attachment.js';
import { quotation } from '../quotes/quotation.js';
import { opportunity, project, ticket } from '../tickets/ticket.js';
import { agent } from './agent.js';
import { client } from './client.js';
import { currency, productGroup, status, supplier, tax } from './configuration.js';
import { customField } from './custom-field.js';
import type { Entity } from './entity.js';
import { item } from './item.js';
import { itemSupplier } from './item-supplier.js';
import { site } from './site.js';
import { ticketType } from './ticket-type.js';
import { user } from './user.js';

/** Everything the sandbox serves by the common rules. */
export const entities: readonly Entity[] = [
  client,
  site,
  user,
  agent,
  item,
  itemSupplier,
  opportunity,
  ticket,
  project,
  quotation,
  attachment,
  action,
  productGroup,
  supplier,
  tax,
  currency,
  ticketType,
  status,
  customField,
];
