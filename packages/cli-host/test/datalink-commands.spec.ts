import { errorOf } from './harness/run-command.js';
import { example, Workplace } from './harness/workplace.js';
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Field {
  readonly name: string;
  readonly custom: boolean;
  readonly readable: boolean;
  readonly writable: boolean;
}

describe('datalink', () => {
  let place: Workplace;
  let fields: readonly Field[];
  before(async () => {
    place = await Workplace.open();
    fields = await fieldsOf('opportunities');
  });
  beforeEach(() => place.writeConfiguration({}));
  after(async () => place[Symbol.asyncDispose]());

  async function fieldsOf(object: string): Promise<readonly Field[]> {
    return ((await place.succeed(['datalink', 'fields', object, '--json'])).json() as { fields: Field[] })
      .fields;
  }
  function rows(): unknown {
    const content = parse(readFileSync(place.path('quotebridge.yaml'), 'utf8')) as {
      connections: { main: { settings: { dataLink?: { rows: unknown } } } };
    };
    return content.connections.main.settings.dataLink?.rows;
  }
  const add = (...args: readonly string[]): ReturnType<Workplace['run']> =>
    place.run(['datalink', 'add', '--on', 'save', '--object', 'opportunities', ...args]);

  it('fields: what the tenant has, custom fields told apart', async () => {
    expect(fields.filter(({ custom }) => custom)).not.to.deep.equal([]);
    const { stdout } = await place.succeed(['datalink', 'fields', 'opportunities', '--custom']);
    expect(stdout)
      .to.contain('custom')
      .and.to.contain(fields.find(({ custom }) => custom)?.name ?? 'none');
    expect((await place.run(['datalink', 'fields', 'fridges'])).code).to.equal(2);
  });

  it('offers the records and events that the settings have', async () => {
    const { stdout } = await place.succeed(['schema', 'settings', '--plugin', 'halopsa']);
    const { properties } = JSON.parse(stdout) as {
      properties: {
        dataLink: {
          properties: {
            rows: { items: { properties: Record<'on' | 'object', { enum: readonly string[] }> } };
          };
        };
      };
    };
    const { on, object } = properties.dataLink.properties.rows.items.properties;
    for (const [option, known] of [
      ['--on', on.enum],
      ['--object', object.enum],
    ] as const) {
      const refused = errorOf(await place.run(['datalink', 'add', option, 'nothing', '--json']));
      const [, choices = ''] = /Allowed choices are ([^.]*)/.exec(JSON.stringify(refused)) ?? [];
      expect(choices.split(', ')).to.have.members([...known]);
    }
  });

  it('add names everything that is missing', async () => {
    for (const [args, missing] of [
      [[], ['--on', '--object', '--from', '--to']],
      [
        ['--object', 'quotes', '--from', 'DocNo'],
        ['--on', '--to'],
      ],
    ] as const) {
      const ended = await place.run(['datalink', 'add', ...args, '--json']);
      expect([ended.code, errorOf(ended).code]).to.deep.equal([2, 'usage']);
      expect(errorOf(ended).details.faults?.map(({ at }) => at)).to.deep.equal(missing);
      expect(errorOf(ended).message).to.contain(missing.join(', '));
    }
  });

  it('add, list, check and remove rows', async () => {
    const to = fields.find(({ custom, writable }) => custom && writable)?.name ?? '';
    expect((await add('--from', 'CustomText01', '--to', to, '--comment', 'for the report')).code).to.equal(0);
    const row = { on: 'save', object: 'opportunities', from: 'CustomText01', to, comment: 'for the report' };
    expect(rows()).to.deep.equal([row]);
    expect((await place.succeed(['datalink', 'list', '--json'])).json()).to.deep.equal({ rows: [row] });
    expect((await place.succeed(['datalink', 'list'])).stdout).to.match(
      new RegExp(`1 +save +opportunities +CustomText01 +${to}`),
    );
    expect((await place.succeed(['datalink', 'check'])).stdout).to.contain('Every row has its fields');
    for (const none of ['0', '7', 'x'])
      expect((await place.run(['datalink', 'remove', none])).code).to.equal(2);
    await place.succeed(['datalink', 'remove', '1']);
    expect(rows()).to.deep.equal([]);
  });

  it('add and remove leave comments beside the other rows where they are', async () => {
    const row = '{ on: save, object: opportunities, from: DocNo, to: summary }';
    const { connections } = parse(readFileSync(place.path('quotebridge.yaml'), 'utf8')) as {
      connections: { main: { settings: object } };
    };
    const settings = JSON.stringify(connections.main.settings).slice(1, -1);
    place.write(
      'quotebridge.yaml',
      [
        'version: 1',
        'connections:',
        '  main:',
        '    plugin: halopsa',
        '    settings: {',
        `      ${settings},`,
        '      dataLink: { rows: [',
        '        # wanted by the service desk',
        `        ${row},`,
        '      ] }',
        '    }',
        '',
      ].join('\n'),
    );
    const to = fields.find(({ custom, writable }) => custom && writable)?.name ?? '';
    const added = await add('--from', 'CustomText01', '--to', to, '--json');
    expect(added.json()).to.include({ row: 2 });
    expect(readFileSync(place.path('quotebridge.yaml'), 'utf8')).to.contain('# wanted by the service desk');
    await place.succeed(['datalink', 'remove', '2']);
    expect(readFileSync(place.path('quotebridge.yaml'), 'utf8')).to.contain('# wanted by the service desk');
    expect(rows()).to.have.length(1);
  });

  it('add refuses a field that there is not, and writes nothing', async () => {
    const wrong = await add('--from', 'DocNo', '--to', 'CFNoSuchField', '--json');
    expect(wrong.code).to.equal(2);
    const [fault] = errorOf(wrong).details.data as { about: string; message: string; next: string }[];
    expect(fault?.about).to.equal('dataLink.rows.0.to');
    expect(fault?.message).to.match(/^Row 1: opportunities have no field “CFNoSuchField”\./);
    expect(fault?.next).to.contain('quotebridge datalink fields opportunities');
    const shown = (await add('--from', 'DocNumber', '--to', 'Quote reference')).stderr;
    expect(shown).to.contain('dataLink.rows.0.from: Row 1: the document has no field “DocNumber”');
    expect(shown).to.contain('quotebridge datalink fields document');
    expect(shown).to.contain('Did you mean CFQuoteReference (“Quote reference”)?');
    expect(shown.match(/dataLink\.rows\.0\.to/g), 'the path stands there once').to.have.length(1);
    expect(rows()).to.equal(undefined);
    await place.succeed([
      'init',
      '--set',
      'dataLink.rows=[{ on: save, object: quotes, from: DocNo, to: CFNone }]',
    ]);
    const checked = await place.run(['datalink', 'check']);
    expect(checked.code).to.equal(5);
    expect(checked.stdout).to.contain('dataLink.rows.0').and.to.contain('Next:');
  });

  it('the examples of add work on the sandbox', async () => {
    const { stdout } = await place.succeed(['datalink', 'add', '--help']);
    const examples = [...stdout.matchAll(/quotebridge (datalink add --on .*)/g)].map(([, args = '']) => args);
    expect(examples).to.have.length(2);
    for (const example of examples) await place.succeed(example.replaceAll("'", '').split(' '));
    expect(rows()).to.have.length(2);
    expect((await place.succeed(['datalink', 'check'])).stdout).to.contain('Every row has its fields');
  });

  it('fields document: the names that macros and rows know; of a document with its values', async () => {
    interface DocumentField {
      readonly area: string;
      readonly name: string;
      readonly place?: string;
      readonly value?: string;
    }
    const list = async (...args: readonly string[]): Promise<readonly DocumentField[]> =>
      (
        (await place.succeed(['datalink', 'fields', 'document', ...args, '--json'])).json() as {
          fields: DocumentField[];
        }
      ).fields;
    const all = await list();
    expect(all.find(({ name }) => name === 'SoldToCompany')).to.include({
      area: 'header',
      macro: '&DH_SoldToCompany',
      place: 'soldTo.company',
      type: 'text',
    });
    const own = await list(example('quotes.csv'), '--doc', 'AAAQ1001');
    expect(own.find(({ name }) => name === 'ExpirationDate')?.value).to.equal('2026-12-16');
    expect(own.find(({ name }) => name === 'ShipVia')?.value).to.equal('UPS Ground');
    const { stdout } = await place.succeed(['datalink', 'fields', 'document', example('quotes.csv'), '--doc', 'AAAQ1001']); // prettier-ignore
    expect(stdout).to.match(/header +DocNo +&DH_DocNo +text +number +AAAQ1001/);
    for (const args of [
      ['document', '--custom'],
      ['document', example('quotes.csv')],
      ['users', example('quotes.csv')],
    ]) {
      expect((await place.run(['datalink', 'fields', ...args])).code, args.join(' ')).to.equal(2);
    }
    // Rows may spell them as exports and people do.
    expect((await add('--from', 'DocumentHeaders_DocNo', '--to', 'CFQuoteReference')).code).to.equal(0);
    expect((await add('--from', 'DocExpirationDate', '--to', 'CFDecisionDate')).code).to.equal(0);
  });

  it('pull: what choosing a user fills, as a list and into a document', async () => {
    const [user] = (
      (await place.succeed(['users', 'search', 'chen', '--json'])).json() as {
        users: { id: string; name: string }[];
      }
    ).users;
    const id = user?.id ?? '';
    const pulled = (await place.succeed(['datalink', 'pull', '--user', id, '--json'])).json() as {
      fields: { field: string; value: string }[];
    };
    expect(pulled.fields.find(({ field }) => field === 'SoldToContact')?.value).to.equal(user?.name);
    await place.succeed([
      'datalink',
      'pull',
      example('quotes.csv'),
      '--doc',
      'AAAQ1001',
      '--user',
      id,
      '--as',
      'ship-to',
      '-o',
      place.path('filled.json'),
    ]);
    const filled = JSON.parse(readFileSync(place.path('filled.json'), 'utf8')) as {
      format: string;
      shipTo: { contact: string };
    };
    expect(filled.format).to.equal('quotebridge.document/1');
    expect(filled.shipTo.contact).to.equal(user?.name);
    expect(filled.shipTo, 'nothing of the former address stays').to.deep.include({
      ...{ company: 'Acme Dental Group', address1: '210 Market Street', address2: '', address3: '' },
      ...{ city: 'Springfield', state: 'IL', postalCode: '62701', country: 'United States' },
    });
    expect((await place.succeed(['documents', 'list', place.path('filled.json')])).stdout).to.contain(
      'AAAQ1001',
    );
    for (const args of [
      [],
      ['--user', id, '-o', 'x.json'],
      ['--user', id, example('quotes.csv')],
      ['--user', '999999'],
    ]) {
      expect((await place.run(['datalink', 'pull', ...args])).code, args.join(' ')).to.equal(2);
    }
  });
});
