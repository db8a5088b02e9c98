import { expect } from 'chai';
import { compileValidator } from '../../src/settings/compile-validator.js';
import { pushPolicySchema } from '../../src/settings/push-policy.schema.js';
import { asObject, composeSettingsSchema, reservedPages } from '../../src/settings/settings-schema.js';
import type { JsonObject } from '../../src/base/json.js';

function* propertiesOf(schema: JsonObject, at = ''): Iterable<readonly [string, JsonObject]> {
  for (const [name, property] of Object.entries(asObject(schema['properties']))) {
    yield [`${at}/${name}`, asObject(property)];
    yield* propertiesOf(asObject(property), `${at}/${name}`);
  }
}

const all = [...propertiesOf({ properties: pushPolicySchema })];

describe('pushPolicySchema', () => {
  it('has a title and a description for every page and every setting', () => {
    const without = all.filter(([, property]) =>
      ['title', 'description'].some((name) => typeof property[name] !== 'string' || property[name] === ''),
    );
    expect(without.map(([at]) => at)).to.deep.equal([]);
    expect(all.length).to.be.greaterThan(30);
  });

  it('refuses a misspelt setting on every page', () => {
    const open = all.filter(
      ([, property]) => property['properties'] !== undefined && property['additionalProperties'] !== false,
    );
    expect(open.map(([at]) => at)).to.deep.equal([]);
  });

  it('has a default for everything that is not a choice of its own', () => {
    const { value, faults } = compileValidator(composeSettingsSchema({})).validate({});
    expect(faults).to.deep.equal([]);
    expect(value).to.deep.equal({
      opportunity: { completeOn: 'never', updateName: false, amount: 'sale' },
      products: {
        itemNumberField: 'ManufacturerPartNumber',
        partNumberGeneration: { mode: 'none', macro: '', byItemType: {}, otherwise: '' },
        emptyPartNumbers: {},
        createMissing: true,
        copyNumberToSku: false,
        includeCost: true,
      },
      quote: {
        options: 'optional',
        comments: 'line',
        groupedBundles: 'members',
        freightName: 'Freight',
        proof: 'answer',
      },
      defaults: { recordOwner: 'salesRepresentative' },
      userMappings: { users: {}, unmapped: 'leave' },
      productGroupMappings: { groups: {} },
      taxMappings: { codes: {} },
    });
  });

  it('fills in the defaults beside what is set', () => {
    const { value } = compileValidator<{ products: { partNumberGeneration: unknown } }>(
      composeSettingsSchema({}),
    ).validate({ products: { partNumberGeneration: { mode: 'macro' } } });
    expect(value.products.partNumberGeneration).to.deep.equal({
      mode: 'macro',
      macro: '',
      byItemType: {},
      otherwise: '',
    });
  });
});

describe('composeSettingsSchema', () => {
  const plugin = {
    type: 'object',
    required: ['account'],
    properties: {
      extra: { type: 'object', properties: {} },
      account: { type: 'object', properties: { server: { $ref: '#/definitions/server' } } },
    },
    definitions: { server: { type: 'string', minLength: 1 } },
  };

  it('puts the account first, then the pages of the policy, then those of the plugin', () => {
    const pages = Object.keys(asObject(composeSettingsSchema(plugin)['properties']));
    expect(pages).to.deep.equal(['account', ...Object.keys(pushPolicySchema), 'extra']);
  });

  it('keeps what the plugin requires and defines', () => {
    const validator = compileValidator(composeSettingsSchema(plugin));
    expect(validator.validate({}).faults.map(({ at }) => at)).to.deep.equal(['/account']);
    expect(validator.validate({ account: { server: '' } }).faults.map(({ at }) => at)).to.deep.equal([
      '/account/server',
    ]);
  });

  it('knows no page beyond them', () => {
    const { faults } = compileValidator(composeSettingsSchema({})).validate({ acount: {} });
    expect(faults.map(({ at }) => at)).to.deep.equal(['/acount']);
  });

  it('names the pages that a plugin must not define', () => {
    expect(reservedPages({ properties: { account: {}, quote: {}, toString: {} } })).to.deep.equal(['quote']);
  });
});
