import { asking } from './prompting.js';
import { entryValue } from './entry-value.js';
import type { Answer } from './draft-settings.js';
import type { SettingField } from './setting-field.js';
import { visibleText } from '@quotebridge/command-line/terminal';
import { findInLookup, type LookupEntry } from '@quotebridge/core';
import { search } from '@inquirer/prompts';

const none = '(none)';

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
      source: (term = '') => {
        const found = entries
          .filter((entry) => entry.name.toLowerCase().includes(term.toLowerCase()))
          .map((entry) => ({
            name: visibleText(entry.name),
            description: `id ${visibleText(entry.id)}`,
            value: { value: entryValue(entry, field, entries) },
          }));
        const others = standing(field, entries, current);
        if (term !== '')
          return [...found, ...others.filter(({ name }) => name === none && none.includes(term))];
        // The first one is the answer of Enter: nothing is that only where nothing is a good answer.
        return current === undefined && !field.optional ? [...found, ...others] : [...others, ...found];
      },
    },
    asking,
  );
}

/** What an empty answer means. */
function standing(
  { required, optional }: SettingField,
  entries: readonly LookupEntry[],
  current: string | undefined,
): readonly { readonly name: string; readonly description?: string; readonly value: Answer }[] {
  const description = `leaves this setting out${optional ? '' : ': a push that needs it stops and says so'}`;
  if (current === undefined) return [{ name: none, description, value: 'stay' }];
  const lost = findInLookup(entries, current).length === 0 ? ', which the list does not know' : '';
  const stay = { name: `(stay with ${visibleText(current)}${lost})`, value: 'stay' as const };
  return required ? [stay] : [stay, { name: none, description, value: 'remove' as const }];
}
