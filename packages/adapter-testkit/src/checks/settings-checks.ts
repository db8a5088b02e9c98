import { expect } from 'chai';
import type { CheckGroup } from '../suite/check.js';
import { faultOfDefault } from './fault-of-default.js';
import { packageCheck } from './manifest-checks.js';
import { settingProperties } from './setting-properties.js';

const secretName = /secret|password|passphrase|token$|api_?-?key|private_?-?key/i;

export const settingsChecks: CheckGroup = {
  name: 'settings',
  checks: [
    packageCheck(
      'settings.pages',
      'the settings are pages: objects at the top that refuse unknown names',
      (adapter) => {
        const pages = settingProperties(adapter).filter(({ at }) => at.lastIndexOf('/') === 0);
        expect(pages, 'pages').not.to.deep.equal([]);
        for (const { at, schema } of pages) {
          expect(schema, at).to.include({ type: 'object', additionalProperties: false });
        }
      },
    ),
    packageCheck('settings.titles', 'every property has a title', (adapter) => {
      for (const { at, schema } of settingProperties(adapter)) {
        expect(schema['title'], `title of ${at}`).to.be.a('string').that.is.not.equal('');
      }
    }),
    packageCheck(
      'settings.secrets',
      'what is named like a secret is writeOnly, and has no default',
      (adapter) => {
        for (const { at, name, schema } of settingProperties(adapter)) {
          const isText = [schema['type']].flat().includes('string');
          if (isText && secretName.test(name))
            expect(schema['writeOnly'], `writeOnly of ${at}`).to.equal(true);
          if (schema['writeOnly'] === true) expect(schema, at).not.to.have.property('default');
        }
      },
    ),
    packageCheck('settings.defaults', 'every default is a valid value', (adapter) => {
      for (const { at, schema } of settingProperties(adapter)) {
        if ('default' in schema) expect(faultOfDefault(schema), `default of ${at}`).to.equal(undefined);
      }
    }),
  ],
};
