import { attachmentChecks } from './checks/attachment-checks.js';
import { clientChecks } from './checks/client-checks.js';
import { connectionChecks } from './checks/connection-checks.js';
import { errorChecks } from './checks/error-checks.js';
import { itemChecks } from './checks/item-checks.js';
import { lifecycleChecks } from './checks/lifecycle-checks.js';
import { lookupChecks } from './checks/lookup-checks.js';
import { manifestChecks } from './checks/manifest-checks.js';
import { opportunityChecks } from './checks/opportunity-checks.js';
import { opportunityOutcomeChecks } from './checks/opportunity-outcome-checks.js';
import { quoteChecks } from './checks/quote-checks.js';
import { quoteLineChecks } from './checks/quote-line-checks.js';
import { quoteUpdateChecks } from './checks/quote-update-checks.js';
import { secretChecks } from './checks/secret-checks.js';
import { settingsChecks } from './checks/settings-checks.js';
import { userChecks } from './checks/user-checks.js';
import type { CheckGroup } from './suite/check.js';

/** The whole suite, in the order in which it runs: what rests on other things comes after them. */
export const checkGroups: readonly CheckGroup[] = [
  manifestChecks,
  settingsChecks,
  connectionChecks,
  clientChecks,
  userChecks,
  lookupChecks,
  itemChecks,
  opportunityChecks,
  opportunityOutcomeChecks,
  quoteChecks,
  quoteLineChecks,
  quoteUpdateChecks,
  attachmentChecks,
  errorChecks,
  secretChecks,
  lifecycleChecks,
];
