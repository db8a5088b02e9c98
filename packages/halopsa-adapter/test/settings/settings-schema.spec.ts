import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { fieldProfile } from '../../src/profile/field-profile.js';
import { readHaloSettings } from '../../src/settings/halo-settings.js';
import { fakeSettings, knownSettings } from '../support/manager-on.js';

interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly default?: unknown;
  readonly writeOnly?: boolean;
  readonly additionalProperties?: boolean;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

const fileOf = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
const schema = fileOf('settings.schema.json') as Schema;

function parts(at: string, part: Schema): readonly (readonly [string, Schema])[] {
  const inner = Object.entries(part.properties ?? {}).flatMap(([name, one]) => parts(`${at}/${name}`, one));
  return [[at, part], ...inner, ...(part.items === undefined ? [] : parts(`${at}/items`, part.items))];
}

describe('settings.schema.json', () => {
  it('describes every property and lets no unknown one pass', () => {
    for (const [at, part] of parts('', schema)) {
      expect(part.title, at).to.be.a('string').and.not.to.equal('');
      expect(part.description, at).to.be.a('string').and.not.to.equal('');
      if (part.type === 'object') expect(part.additionalProperties, at).to.equal(false);
    }
  });

  it('marks the secret, and nothing else', () => {
    const secret = parts('', schema).filter(([, part]) => part.writeOnly === true);
    expect(secret.map(([at]) => at)).to.deep.equal(['/account/clientSecret']);
  });

  it('offers the item number fields of the profile', () => {
    const fields = schema.properties?.['halopsa']?.properties?.['itemNumberFields'];
    expect(fields?.items?.enum).to.deep.equal(fieldProfile.item.numberFields);
  });

  it('has the defaults that the adapter assumes', () => {
    const known = knownSettings() as unknown as Record<string, unknown>;
    for (const [at, part] of parts('', schema)) {
      const name = at.split('/').at(-1) ?? '';
      if (part.default !== undefined && name !== 'halopsa')
        expect(known[name], at).to.deep.equal(part.default);
    }
  });

  it('is what the manifest names, next to the plugin', () => {
    const { quotebridge, files } = fileOf('package.json') as {
      files: string[];
      quotebridge: { main: string; contributes: { contactManagers: { id: string; settings: string }[] } };
    };
    expect(quotebridge.contributes.contactManagers).to.deep.equal([
      { id: 'halopsa', displayName: 'HaloPSA', settings: './settings.schema.json' },
    ]);
    expect(quotebridge.main).to.equal('./dist/plugin.js');
    expect(files).to.include('settings.schema.json');
  });
});

describe('readHaloSettings', () => {
  it('does without the page for HaloPSA', () => {
    const { account } = fakeSettings() as { account: object };
    expect(readHaloSettings({ account })).to.include({
      scope: 'all:standard',
      server: 'https://halo.example',
    });
  });

  it('brings the server URL to its origin and demands https', () => {
    expect(knownSettings({}, { serverUrl: 'Halo.Example/portal?x=1' }).server).to.equal(
      'https://halo.example',
    );
    expect(() => knownSettings({}, { serverUrl: 'http://halo.example' })).to.throw(/https/);
  });
});
