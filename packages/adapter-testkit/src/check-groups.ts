import { attachmentChecks, attachmentRemovalChecks } from './checks/attachment-checks.js';
import { clientChecks, siteAddressChecks } from './checks/client-checks.js';
import { connectionChecks } from './checks/connection-checks.js';
import { errorChecks } from './checks/error-checks.js';
import { fieldChecks } from './checks/field-checks.js';
import { itemChecks } from './checks/item-checks.js';
import { itemRemovalChecks } from './checks/item-removal-checks.js';
import { itemSearchChecks } from './checks/item-search-checks.js';
import { itemUpdateChecks } from './checks/item-update-checks.js';
import { lifecycleChecks } from './checks/lifecycle-checks.js';
import { linkedOpportunityChecks, linkedQuoteChecks } from './checks/linked-checks.js';
import { lookupChecks } from './checks/lookup-checks.js';
import { manifestChecks } from './checks/manifest-checks.js';
import { markedOpportunityChecks, markedQuoteChecks } from './checks/marked-list-checks.js';
import { opportunityMarkerChecks, quoteMarkerChecks } from './checks/marker-checks.js';
import { opportunityChecks } from './checks/opportunity-checks.js';
import { opportunityOutcomeChecks } from './checks/opportunity-outcome-checks.js';
import { quoteChecks } from './checks/quote-checks.js';
import { quoteLineChecks } from './checks/quote-line-checks.js';
import { quoteUpdateChecks } from './checks/quote-update-checks.js';
import { secretChecks } from './checks/secret-checks.js';
import { settingsChecks } from './checks/settings-checks.js';
import {
  addedByOthersChecks,
  opportunityRemovalChecks,
  quoteRemovalChecks,
  reopeningChecks,
} from './checks/undo-checks.js';
import { userChecks } from './checks/user-checks.js';
import type { CheckGroup } from './suite/check.js';

/** The whole suite, in the order in which it runs: what rests on other things comes after them. */
export const checkGroups: readonly CheckGroup[] = [
  manifestChecks,
  settingsChecks,
  connectionChecks,
  clientChecks,
  siteAddressChecks,
  userChecks,
  lookupChecks,
  itemChecks,
  itemSearchChecks,
  itemUpdateChecks,
  itemRemovalChecks,
  opportunityChecks,
  opportunityOutcomeChecks,
  opportunityMarkerChecks,
  markedOpportunityChecks,
  reopeningChecks,
  addedByOthersChecks,
  opportunityRemovalChecks,
  quoteChecks,
  quoteLineChecks,
  quoteUpdateChecks,
  quoteMarkerChecks,
  markedQuoteChecks,
  quoteRemovalChecks,
  attachmentChecks,
  attachmentRemovalChecks,
  fieldChecks,
  linkedOpportunityChecks,
  linkedQuoteChecks,
  errorChecks,
  secretChecks,
  lifecycleChecks,
];
