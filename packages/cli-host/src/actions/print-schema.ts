import { schemaCatalogue } from '../schemas/schema-catalogue.js';
import { settingsSchema } from '../schemas/settings-schema.js';
import { QuotebridgeError } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

export const printSchema: Action<{ readonly plugin?: string }> = async (context, { plugin }, [name]) => {
  const { terminal } = context;
  const names = [...Object.keys(schemaCatalogue), 'settings'];
  if (name === undefined) {
    terminal.result({ schemas: names }, () => names.join('\n'));
    return 0;
  }
  const schema =
    name === 'settings'
      ? await settingsSchema(context, plugin)
      : Object.hasOwn(schemaCatalogue, name)
        ? schemaCatalogue[name]
        : undefined;
  if (schema === undefined) {
    throw new QuotebridgeError('usage', `There is no schema “${name}”.`, {
      faults: [{ at: 'NAME', value: name, expected: `one of ${names.join(', ')}` }],
    });
  }
  terminal.result(schema, (shown) => JSON.stringify(shown, undefined, 2));
  return 0;
};
