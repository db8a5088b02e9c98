import { expect } from 'chai';
import { isQuotebridgeError, Secret, type QuoteLineFields } from '@quotebridge/core/plugin';
import { createMemoryContactManager, seedTenant, type MemoryContactManager } from '../../src/index.js';
import { memoryId } from '../../src/memory/memory-id.js';
import { kitFile } from '../../src/expectation/kit-file.js';
import { creations, textLine } from '../../src/expectation/kit-quote.js';

const marker = { key: 'quotebridge:AAAQ1001' };
const scope = { clientId: memoryId(1), titles: [] };

describe('habits of the in-memory contact manager', () => {
  it('carries a write out although its answer gets lost', async () => {
    const { opportunities, control } = createMemoryContactManager();
    control.dropAnswer();
    const error = await opportunities
      .create({ title: 'A', clientId: memoryId(1) }, marker)
      .catch((raised: unknown) => raised);
    expect(isQuotebridgeError(error, 'remote.unavailable') && error.details.arrived).to.equal('unknown');
    expect(await opportunities.findByMarker(marker, scope)).to.have.length(1);
    await opportunities.create({ title: 'B' }, { key: 'other' });
    expect(control.counts).to.deep.equal({ read: 1, write: 2 });
  });

  it('answers with the id alone when told', async () => {
    const { opportunities } = createMemoryContactManager({ answers: 'id' });
    expect(await opportunities.create({ title: 'A' }, marker)).to.deep.equal({ id: memoryId(1) });
  });

  it('leaves a quote half done when it is cut off between two lines', async () => {
    const { quotes, control } = createMemoryContactManager({ lineWrites: 'each' });
    await quotes?.create({}, creations([textLine(), textLine()]), marker);
    expect(control.counts.write).to.equal(3);
    const broken = createMemoryContactManager({ lineWrites: 'each' });
    const stop = new AbortController();
    const call = broken.quotes?.create({}, creations([textLine(), textLine()]), marker, {
      signal: stop.signal,
    });
    stop.abort();
    expect(isQuotebridgeError(await call?.catch((raised: unknown) => raised), 'cancelled')).to.equal(true);
    expect([...broken.control.tenant.quotes.values()].map(({ lines }) => lines.length)).to.deep.equal([0]);
  });

  it('adds up the value of an opportunity when it is derived', async () => {
    const { opportunities, quotes } = createMemoryContactManager({ opportunityValue: 'derived' });
    const { id } = await opportunities.create({ title: 'A', value: '99' }, marker);
    expect((await opportunities.get(id))?.value).to.equal('0');
    const priced = (price: string, more: Partial<QuoteLineFields> = {}): QuoteLineFields =>
      textLine({ price, quantity: '3', ...more });
    const lines = [
      priced('10.5'),
      priced('7', { billingPeriod: 'monthly' }),
      priced('1', { optional: true }),
    ];
    await quotes?.create({ opportunityId: id }, creations(lines), marker);
    expect((await opportunities.get(id))?.value).to.equal('31.5');
  });

  it('shares a tenant between connections, and keeps tenants apart', async () => {
    const tenant = seedTenant();
    const [one, two] = [createMemoryContactManager({ tenant }), createMemoryContactManager({ tenant })];
    await one.opportunities.create({ clientId: memoryId(1) }, marker);
    expect(await two.opportunities.findByMarker(marker, scope)).to.have.length(1);
    expect(await createMemoryContactManager().opportunities.findByMarker(marker, scope)).to.deep.equal([]);
  });

  it('lets nobody in after the secret has changed', async () => {
    const manager: MemoryContactManager = createMemoryContactManager();
    manager.control.tenant.secret = new Secret('another one');
    const error = await manager.clients.search({ text: 'a' }).catch((raised: unknown) => raised);
    expect(isQuotebridgeError(error, 'auth.rejected')).to.equal(true);
  });

  it('gives copies: whoever changes an answer changes nothing in the tenant', async () => {
    const { clients } = createMemoryContactManager();
    Object.assign((await clients.get(memoryId(1))) ?? {}, { name: 'Changed' });
    expect((await clients.get(memoryId(1)))?.name).to.equal('Contoso Ltd');
  });

  it('refuses a file that is too large, and writes to records that are gone', async () => {
    const { attachments, opportunities, quotes } = createMemoryContactManager();
    const { upload: file } = kitFile('big', 1_000_001);
    for (const call of [
      attachments?.upload(memoryId(1), file, marker),
      opportunities.update(memoryId(5), {}, marker),
      quotes?.update(memoryId(5), {}, undefined, marker),
    ]) {
      expect(isQuotebridgeError(await call?.catch((raised: unknown) => raised), 'remote.rejected')).to.equal(
        true,
      );
    }
  });
});
