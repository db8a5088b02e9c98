import type { JsonObject } from '../base/json.js';
import { opportunitySchema } from './pages/opportunity.schema.js';
import { productsSchema } from './pages/products.schema.js';
import { quoteSchema } from './pages/quote.schema.js';
import { attachmentsSchema } from './pages/attachments.schema.js';
import { defaultsSchema } from './pages/defaults.schema.js';
import { userMappingsSchema } from './pages/user-mappings.schema.js';
import { productGroupMappingsSchema } from './pages/product-group-mappings.schema.js';
import { taxMappingsSchema } from './pages/tax-mappings.schema.js';
import { dataLinkSchema } from './pages/data-link.schema.js';
import { requestsSchema } from './pages/requests.schema.js';
import { ownershipSchema } from './pages/ownership.schema.js';

/**
 * The settings that every contact manager has in common: how a document becomes records. Top-level properties are
 * the pages a person sees, in this order, which begins as that of the quoting tool's own window; a plugin adds its own
 * pages beside them.
 */
export const pushPolicySchema = {
  opportunity: opportunitySchema,
  defaults: defaultsSchema,
  userMappings: userMappingsSchema,
  productGroupMappings: productGroupMappingsSchema,
  products: productsSchema,
  quote: quoteSchema,
  attachments: attachmentsSchema,
  taxMappings: taxMappingsSchema,
  dataLink: dataLinkSchema,
  requests: requestsSchema,
  ownership: ownershipSchema,
} as const satisfies JsonObject;
