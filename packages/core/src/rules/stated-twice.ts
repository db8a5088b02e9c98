import type { RuleSet } from '@quotebridge/mapping-rules';
import type { JsonObject, JsonValue } from '../base/json.js';
import type { InputFault } from '../errors/quotebridge-error.js';
import { asObject } from '../settings/settings-schema.js';
import { settingsOfRules, sectionOf } from './rule-sections.js';

/**
 * Settings that say what a section of the rule file says, too: which of them is meant nobody can know.
 *
 * @param settings as a person has written them, without defaults
 */
export function statedTwice(settings: JsonObject, rules: RuleSet, fileName: string): readonly InputFault[] {
  const fault = (setting: string, rule: string): readonly InputFault[] =>
    isStated(settings, setting)
      ? [
          {
            at: `/settings/${setting.replaceAll('.', '/')}`,
            expected: `nothing here, because ${fileName} says it, too (rules.${rule}); take one of them away`,
          },
        ]
      : [];
  const found = Object.entries(settingsOfRules).flatMap(([pointer, setting]) => {
    const section = sectionOf(pointer);
    if (section === '' || rules[section] === undefined || setting === 'defaults.productGroup') return [];
    return fault(setting, section);
  });
  const all = [
    ...found,
    ...(rules.productGroups?.default === undefined
      ? []
      : fault('defaults.productGroup', 'productGroups.default')),
    ...(rules.users?.key === undefined ? [] : fault('defaults.recordOwner', 'users.key')),
    ...(rules.users?.default === undefined ? [] : fault('userMappings.fallbackAgent', 'users.default')),
  ];
  // A page and its own parts are one fault.
  return all.filter(({ at }) => !all.some((other) => at.startsWith(`${other.at}/`)));
}

/** An empty table says nothing. */
function isStated(settings: JsonObject, setting: string): boolean {
  let value: JsonValue | undefined = settings;
  for (const step of setting.split('.')) value = asObject(value)[step];
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && (typeof value !== 'object' || Object.keys(asObject(value)).length > 0);
}
