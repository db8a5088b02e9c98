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

  it('says of settings of the same page when another one applies', () => {
    const known = new Map(all);
    const conditions = all.flatMap(([at, property]) =>
      Object.entries(asObject(property['appliesWhen'])).map(([path, condition]) => {
        const page = at.split('/')[1] ?? '';
        return {
          at,
          other: known.get(`/${page}/${path.replaceAll('.', '/')}`),
          condition: asObject(condition),
        };
      }),
    );
    expect(conditions.length).to.be.greaterThan(5);
    for (const { at, other, condition } of conditions) {
      const values = asObject(condition['not'])['enum'] ?? condition['enum'];
      expect(values, at).to.be.an('array');
      const allowed = other?.['enum'] ?? (other?.['type'] === 'boolean' ? [true, false] : values);
      expect(allowed, at).to.include.members(values as unknown[]);
    }
  });

  it('begins with the pages of the quoting tool’s own window, in its order', () => {
    const own = ['opportunity', 'defaults', 'userMappings', 'productGroupMappings'];
    expect(Object.keys(pushPolicySchema).slice(0, own.length)).to.deep.equal(own);
  });

  it('has a default for everything that is not a choice of its own', () => {
    const { value, faults } = compileValidator(composeSettingsSchema({})).validate({});
    expect(faults).to.deep.equal([]);
    expect(value).to.deep.equal({
      opportunity: {
        completeOn: 'never',
        conversionDate: 'documentDate',
        createWonWhenNone: false,
        listExistingBy: 'client',
        writeProducts: true,
        lineHandling: 'detail',
        summaryPartNumber: '&DH_DocNo &DH_DocName',
        updateName: false,
        amount: 'sale',
      },
      products: {
        itemNumberField: 'ManufacturerPartNumber',
        partNumberGeneration: { mode: 'none', macro: '', byItemType: {}, otherwise: '' },
        emptyPartNumbers: {},
        createMissing: true,
        updateExisting: [],
        laborItemTypes: ['Labor', 'Labour'],
        copyNumberToSku: false,
        includeCost: true,
      },
      quote: {
        options: 'optional',
        comments: 'line',
        groupedBundles: 'members',
        foreignLines: 'keep',
        listPrices: 'listPrice',
        currency: 'check',
        freightName: 'Freight',
        tolerance: '0.00',
        total: 'prove',
        proof: 'answer',
      },
      attachments: {
        documentLinks: false,
        linkedFolders: [],
        renderPdf: false,
        pdfSender: '',
        newVersion: 'add',
        types:
          'pdf doc docx xls xlsx csv txt rtf odt ods png jpg jpeg gif zip eml msg vsd vsdx ppt pptx'.split(
            ' ',
          ),
      },
      defaults: {
        recordOwner: 'salesRepresentative',
        addressLines: {
          line1: 'Address1',
          line2: 'Address2, Address3',
          line3: 'City',
          line4: 'State, Country',
          line5: '',
          postalCode: 'PostalCode',
        },
      },
      userMappings: { users: {}, unmapped: 'leave' },
      productGroupMappings: { groups: {} },
      taxMappings: { codes: {}, calculation: 'document' },
      dataLink: { rows: [] },
      requests: { windowSeconds: 300, reserveForPeople: 20, timeoutSeconds: 30 },
      ownership: {
        opportunity: {
          client: 'shared',
          site: 'shared',
          user: 'shared',
          owner: 'shared',
          expectedCloseDate: 'shared',
        },
        quote: {
          title: 'shared',
          description: 'shared',
          client: 'shared',
          site: 'shared',
          user: 'shared',
          owner: 'shared',
          status: 'theirs',
          date: 'shared',
          expiresOn: 'shared',
          purchaseOrder: 'shared',
          billingAddress: 'shared',
          deliveryAddress: 'shared',
        },
        lines: { name: 'shared', note: 'shared' },
      },
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
