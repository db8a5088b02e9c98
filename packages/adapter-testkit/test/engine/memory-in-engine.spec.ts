import { expect } from 'chai';
import { createEngine, type Connection, type PluginCandidate } from '@quotebridge/core';
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
    await use(await engine.open('main', { plugin: 'memory', settings }));
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
