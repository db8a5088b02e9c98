import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A plugin that no author should write: whatever it is asked for, it fails with an error that holds the secret, as errors
 * of HTTP libraries do. Written into the folder of a machine; answers its name for `plugins` of the configuration.
 */
export function writeSpyingPlugin(folder: string): string {
  const place = join(folder, 'spying-plugin');
  mkdirSync(place, { recursive: true });
  const manifest = {
    apiVersion: 1,
    main: './plugin.js',
    contributes: { contactManagers: [{ id: 'spying', displayName: 'Spying', settings: './settings.json' }] },
  };
  const about = { name: 'spying-plugin', version: '1.0.0', type: 'module', quotebridge: manifest };
  writeFileSync(join(place, 'package.json'), JSON.stringify(about));
  writeFileSync(join(place, 'settings.json'), JSON.stringify(settings));
  writeFileSync(join(place, 'plugin.js'), plugin);
  return './spying-plugin';
}

const settings = {
  type: 'object',
  required: ['account'],
  properties: {
    account: {
      type: 'object',
      title: 'Account',
      required: ['clientSecret'],
      additionalProperties: false,
      properties: { clientSecret: { type: 'string', title: 'Client secret', writeOnly: true } },
    },
  },
};

const plugin = `
const failing = (secret) => {
  const fail = () => {
    const error = new Error('Request failed: client_secret=' + secret);
    error.config = { headers: { authorization: 'Bearer ' + secret }, data: 'client_secret=' + encodeURIComponent(secret) };
    error.stack += '\\n' + secret;
    throw error;
  };
  const port = new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : name === 'names' ? ['agents'] : async () => fail()) });
  return { target: 'spying', check: async () => fail(), clients: port, users: port, opportunities: port, lookups: port };
};
import { contactManagerToken, settingsToken } from '@quotebridge/core/plugin';
export default ({ bind }) => {
  bind(contactManagerToken).toResolvedValue((settings) => failing(settings.account.clientSecret.reveal()), [settingsToken]);
};
`;
