import { asking } from './prompting.js';
import { entryValue } from './entry-value.js';
import type { Answer } from './draft-settings.js';
import type { SettingField } from './setting-field.js';
import { visibleText } from '../presentation/visible-text.js';
import { findInLookup, type LookupEntry } from '@quotebridge/core';
import { search } from '@inquirer/prompts';

/** Offers a live list for one value. */
export async function askLookup(
  message: string,
  field: SettingField,
  entries: readonly LookupEntry[],
  current: string | undefined,
): Promise<Answer> {
  return search<Answer>(
    {
      message,
      source: (term) => [
        ...(term ? [] : standing(field, entries, current)),
        ...entries
          .filter((entry) => !term || entry.name.toLowerCase().includes(term.toLowerCase()))
          .map((entry) => ({
            name: visibleText(entry.name),
            description: `id ${visibleText(entry.id)}`,
            value: { value: entryValue(entry, field, entries) },
          })),
      ],
    },
    asking,
  );
}

/** What an empty answer means. */
function standing(
  { required }: SettingField,
  entries: readonly LookupEntry[],
  current: string | undefined,
): readonly { readonly name: string; readonly value: Answer }[] {
  if (current === undefined) return [{ name: '(none)', value: 'stay' }];
  const lost = findInLookup(entries, current).length === 0 ? ', which the list does not know' : '';
  const stay = { name: `(stay with ${visibleText(current)}${lost})`, value: 'stay' as const };
  return required ? [stay] : [stay, { name: '(none)', value: 'remove' as const }];
}
