import { expect } from 'chai';
import { createEngine, type Connection, type JsonObject, type PluginCandidate } from '@quotebridge/core';
import { isQuotebridgeError } from '@quotebridge/core/plugin';
import { openSqliteState } from '@quotebridge/core/sqlite-state';
import {
  createMemoryContactManager,
  memoryPluginCandidate,
  memorySecret,
  type MemoryContactManager,
  type MemoryOptions,
} from '../../src/index.js';
import { memoryPackage } from '../memory-package.js';
import { hastyClock } from './hasty-clock.js';
import { kitDocument } from './kit-document.js';

const settings = {
  account: { clientSecret: { env: 'MEMORY_SECRET' } },
  defaults: { ticketType: 'Opportunity', productGroup: 'General' },
};

async function withConnection(
  plugin: PluginCandidate,
  secret: string,
  use: (connection: Connection) => Promise<void>,
  more: JsonObject = {},
): Promise<void> {
  const state = await openSqliteState({ path: ':memory:' });
  const engine = createEngine({
    plugins: [plugin],
    state,
    clock: hastyClock,
    resolveSecret: async () => secret,
  });
  try {
    expect(engine.diagnostics).to.deep.equal([]);
    await use(await engine.open('main', { plugin: 'memory', settings: { ...settings, ...more } }));
  } finally {
    await engine[Symbol.asyncDispose]();
  }
}

describe('the in-memory plugin in an engine', () => {
  it('opens from its package with the right secret', async () => {
    const plugin = {
      name: '@quotebridge/adapter-testkit',
      version: '0.1.0',
      ...memoryPackage,
      load: () => import('../../src/memory-plugin.js'),
    };
    await withConnection(plugin, memorySecret, async ({ contactManager }) => {
      expect((await contactManager.check()).account.name).to.equal('In-memory account');
    });
    await withConnection(plugin, 'wrong', async ({ contactManager }) => {
      const error = await contactManager.check().catch((raised: unknown) => raised);
      expect(isQuotebridgeError(error, 'auth.rejected')).to.equal(true);
    });
  });

  for (const answers of ['record', 'id'] as const) {
    it(`takes DataLink values of every record, once: answers with the ${answers}`, async () => {
      const manager = createMemoryContactManager({ answers });
      const records = ['clients', 'users', 'opportunities', 'quotes'].map((object) => [object, 'DocNo']);
      const rows = [...records, ['lineItems', 'ManufacturerPartNumber']].map(([object = '', from = '']) => ({
        on: 'save',
        object,
        from,
        to: 'CFReference',
      }));
      const plugin = memoryPluginCandidate(manager);
      await withConnection(
        plugin,
        memorySecret,
        async (connection) => {
          expect((await connection.push(kitDocument)).status).to.equal('written');
          const { write } = manager.control.counts;
          expect((await connection.push(kitDocument)).status).to.equal('unchanged');
          expect(manager.control.counts.write, 'writes of the second push').to.equal(write);
        },
        { dataLink: { rows } },
      );
      const { opportunities, quotes, fieldValues } = manager.control.tenant;
      const [opportunity] = opportunities.values();
      const [quote] = quotes.values();
      for (const values of [...fieldValues.values(), opportunity?.linked, quote?.linked]) {
        expect(values).to.deep.equal({ CFReference: kitDocument.number });
      }
      expect(quote?.lines.map(({ linked }) => linked?.['CFReference'])).to.deep.equal(
        kitDocument.lines.map(({ manufacturerPartNumber }) => manufacturerPartNumber),
      );
      expect([...fieldValues.keys()], 'clients and users').to.have.length(2);
    });
  }

  const allHabits: readonly MemoryOptions[] = [
    {},
    { answers: 'id' },
    { lineWrites: 'each' },
    { opportunityValue: 'derived' },
    { answers: 'id', lineWrites: 'each', opportunityValue: 'derived' },
  ];
  for (const habits of allHabits) {
    const named = JSON.stringify(habits);

    it(`takes a push once, and nothing more the second time: ${named}`, async () => {
      const manager = createMemoryContactManager(habits);
      await withConnection(memoryPluginCandidate(manager), memorySecret, async (connection) => {
        const first = await connection.push(kitDocument);
        expect(first.issues.filter(({ level }) => level === 'error')).to.deep.equal([]);
        expect(first.status).to.equal('written');
        const { write } = manager.control.counts;
        expect((await connection.push(kitDocument)).status).to.equal('unchanged');
        expect(manager.control.counts.write, 'writes of the second push').to.equal(write);
        expectOneOfEach(manager);
      });
    });

    it(`ends with one of each, whichever answer gets lost: ${named}`, async () => {
      for (let lost = 1; lost <= 6; lost++) {
        const manager = createMemoryContactManager(habits);
        await withConnection(memoryPluginCandidate(manager), memorySecret, async (connection) => {
          manager.control.dropAnswer(lost);
          await connection.push(kitDocument).catch(() => undefined);
          const { issues } = await connection.push(kitDocument);
          const errors = issues.filter(({ level }) => level === 'error');
          expect(errors, `answer ${lost} lost`).to.deep.equal([]);
          expectOneOfEach(manager);
        });
      }
    });
  }
});

function expectOneOfEach({ control: { tenant } }: MemoryContactManager): void {
  expect(
    [...tenant.opportunities.values()].map(({ clientId }) => clientId),
    'opportunities',
  ).to.have.length(1);
  expect(
    [...tenant.quotes.values()].map(({ lines }) => lines.length),
    'lines of the quotes',
  ).to.deep.equal([3]);
  const created = [...tenant.items.values()].filter(({ numbers }) => numbers.includes('NEW-1'));
  expect(created, 'created items').to.have.length(1);
}
