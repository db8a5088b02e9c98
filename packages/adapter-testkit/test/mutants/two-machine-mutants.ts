import type { ContactManager, Item, OpportunityPort, QuotePort } from '@quotebridge/core/plugin';
import type { Mutant, WholeAdapter } from './mutant.js';

/** Mistakes with what two machines, an undo and a lost state rest on. */
export const twoMachineMutants: readonly Mutant[] = [
  opportunityMutant('finds the newest opportunity first', ['opportunities.marker.order'], (port) => ({
    findByMarker: async (marker, scope) => [...(await port.findByMarker(marker, scope))].reverse(),
  })),
  opportunityMutant('forgets the stamp of a new opportunity', ['opportunities.stamp'], (port) => ({
    create: (fields, { key }, options) => port.create(fields, { key }, options),
  })),
  opportunityMutant('keeps the first stamp for good', ['opportunities.stamp'], (port) => {
    const first = new Map<string, string>();
    return {
      create: async (fields, marker, options) => {
        const answer = await port.create(fields, marker, options);
        first.set(answer.id, marker.stamp ?? '');
        return answer;
      },
      update: (id, fields, { key }, options) => {
        const stamp = first.get(id) ?? '';
        return port.update(id, fields, { key, ...(stamp === '' ? {} : { stamp }) }, options);
      },
    };
  }),
  opportunityMutant('lists the first page of marked ones only', ['opportunities.list-marked'], (port) => ({
    listMarked: (options) => firstPage(port.listMarked(options)),
  })),
  opportunityMutant('lists closed ones as if they were open', ['opportunities.list-marked'], (port) => ({
    listMarked: async function* (options) {
      for await (const page of port.listMarked(options))
        yield page.map((one) => ({ ...one, outcome: 'open' }));
    },
  })),
  opportunityMutant(
    'opens in the first status whatever it is told',
    ['opportunities.reopen.status'],
    (port) => ({
      create: async (fields, marker, options) => {
        const { id } = await port.create(fields, marker, options);
        await port.reopen(id, inProgress);
        const stored = await port.get(id, options);
        return { id, ...(stored === undefined ? {} : { stored }) };
      },
      reopen: (id, _status, options) => port.reopen(id, undefined, options),
    }),
  ),
  opportunityMutant(
    'leaves closed what it should open',
    ['opportunities.reopen.status', 'opportunities.reopen.first'],
    () => ({ reopen: async (id) => ({ id }) }),
  ),
  opportunityMutant(
    'takes our own quotes for other people’s',
    ['opportunities.others.nothing'],
    (port, { quotes }) => ({
      addedByOthers: async (id, options) => {
        const added = await port.addedByOthers(id, options);
        const ours = await quotes.findByMarker({ key: 'quotebridge:KITQ1' }, { opportunityId: id });
        return ours.length === 0 ? added : [...added, `${ours.length} quotes`];
      },
    }),
  ),
  opportunityMutant('overlooks notes', ['opportunities.others.note'], (port) => ({
    addedByOthers: async (id) => (await port.addedByOthers(id)).filter((text) => !text.includes('note')),
  })),
  opportunityMutant('overlooks files', ['opportunities.others.file'], (port) => ({
    addedByOthers: async (id) => (await port.addedByOthers(id)).filter((text) => !text.includes('file')),
  })),
  opportunityMutant(
    'deletes no opportunity',
    ['opportunities.remove.one', 'opportunities.remove.twice'],
    () => ({ remove: () => Promise.resolve() }),
  ),
  opportunityMutant('takes it amiss that an opportunity is gone', ['opportunities.remove.twice'], (port) => ({
    remove: once((id) => port.remove(id)),
  })),
  quoteMutant('finds the newest quote first', ['quotes.marker.order'], (port) => ({
    findByMarker: async (marker, scope) => [...(await port.findByMarker(marker, scope))].reverse(),
  })),
  quoteMutant('forgets the stamp of a quote when it is updated', ['quotes.stamp'], (port) => ({
    update: (id, fields, lines, { key }, options) => port.update(id, fields, lines, { key }, options),
  })),
  quoteMutant('lists marked quotes without their lines', ['quotes.list-marked'], (port) => ({
    listMarked: async function* (options) {
      for await (const page of port.listMarked(options)) yield page.map(({ lines: _, ...quote }) => quote);
    },
  })),
  quoteMutant('deletes the opportunity with the quote', ['quotes.remove.one'], (port, { opportunities }) => ({
    remove: async (id) => {
      const quote = await port.get(id);
      await port.remove(id);
      if (quote?.opportunityId !== undefined) await opportunities.remove(quote.opportunityId);
    },
  })),
  quoteMutant('takes it amiss that a quote is gone', ['quotes.remove.twice'], (port) => ({
    remove: once((id) => port.remove(id)),
  })),
  itemMutant('finds the newest item first', ['items.find.order'], (items) => ({
    findByNumbers: async (numbers) => {
      const { found, seen } = await items.findByNumbers(numbers);
      return { found: new Map([...found].map(([number, all]) => [number, reversed(all)])), seen };
    },
  })),
  itemMutant('deletes every item of the number', ['items.find.order'], (items) => ({
    remove: async (id) => {
      for await (const { items: page } of items.list()) {
        const number = page.find((item) => item.id === id)?.numbers[0];
        if (number === undefined) continue;
        const { found } = await items.findByNumbers([number]);
        for (const item of found.get(number) ?? []) await items.remove(item.id);
      }
    },
  })),
  itemMutant('takes it amiss that an item is gone', ['items.remove.twice'], (items) => ({
    remove: once((id) => items.remove(id)),
  })),
];

/** The fourth entry of the in-memory list of statuses. */
const inProgress = '9007199254740993004';

function opportunityMutant(
  mistake: string,
  fails: readonly string[],
  mutate: (port: Required<OpportunityPort>, right: WholeAdapter) => Partial<OpportunityPort>,
): Mutant {
  return {
    mistake,
    fails,
    mutate: (right): Partial<ContactManager> => ({
      opportunities: { ...right.opportunities, ...mutate(right.opportunities, right) },
    }),
  };
}

function quoteMutant(
  mistake: string,
  fails: readonly string[],
  mutate: (port: Required<QuotePort>, right: WholeAdapter) => Partial<QuotePort>,
): Mutant {
  return {
    mistake,
    fails,
    mutate: (right): Partial<ContactManager> => ({
      quotes: { ...right.quotes, ...mutate(right.quotes, right) },
    }),
  };
}

function itemMutant(
  mistake: string,
  fails: readonly string[],
  mutate: (items: WholeAdapter['items']) => Partial<WholeAdapter['items']>,
): Mutant {
  return { mistake, fails, mutate: ({ items }) => ({ items: { ...items, ...mutate(items) } }) };
}

async function* firstPage<Page>(pages: AsyncIterable<Page>): AsyncGenerator<Page> {
  for await (const page of pages) {
    yield page;
    return;
  }
}

function once(remove: (id: string) => Promise<void>): (id: string) => Promise<void> {
  const removed = new Set<string>();
  return async (id) => {
    if (removed.has(id)) throw new Error('There is no such record.');
    removed.add(id);
    await remove(id);
  };
}

function reversed(items: readonly Item[]): readonly Item[] {
  return [...items].reverse();
}
