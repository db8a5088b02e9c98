import type { RuleSet } from '@quotebridge/mapping-rules';
import type { JsonObject } from '../base/json.js';
import type { PushPolicy } from '../settings/push-policy.js';
import { asObject } from '../settings/settings-schema.js';
import { ruleSetOf } from './rule-set-of.js';

/** The rules that hold: those of the settings, and in place of their sections those of a rule file. */
export function effectiveRules(policy: PushPolicy, file: RuleSet | undefined): RuleSet {
  const own = ruleSetOf(policy);
  if (file === undefined) return own;
  const { productGroups } = file;
  const { productGroup } = policy.defaults;
  const rules = { ...own, ...file };
  if (productGroups === undefined || productGroups.default !== undefined || productGroup === undefined)
    return rules;
  return { ...rules, productGroups: { ...productGroups, default: productGroup } };
}

/** The policy with what a rule file says in the same form: rows of DataLink and lines of addresses. */
export function effectivePolicy(policy: PushPolicy, file: RuleSet | undefined): PushPolicy {
  const { dataLink, siteAddress } = file ?? {};
  return {
    ...policy,
    ...(dataLink === undefined ? {} : { dataLink: { rows: dataLink } }),
    ...(siteAddress === undefined
      ? {}
      : { defaults: { ...policy.defaults, addressLines: { ...noLines, ...siteAddress } } }),
  };
}

/** Settings as a plugin is given them: it finds the rows of DataLink in them, wherever they are kept. */
export function effectiveSettings(settings: JsonObject, file: RuleSet | undefined): JsonObject {
  const rows = file?.dataLink;
  if (rows === undefined) return settings;
  const page = { ...asObject(settings['dataLink']), rows: JSON.parse(JSON.stringify(rows)) as never };
  return { ...settings, dataLink: page };
}

const noLines = { line1: '', line2: '', line3: '', line4: '', line5: '', postalCode: '' };
