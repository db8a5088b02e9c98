import {
  decimal,
  type Address,
  type AttachmentPort,
  type AttachmentUpload,
  type ClientPort,
  type QuoteLineFields,
  type QuoteLineWrite,
} from '@quotebridge/core/plugin';
import type { Mutant, WholeAdapter } from './mutant.js';

/** Mistakes with files, money, addresses and days. */
export const detailMutants: readonly Mutant[] = [
  fileMutant('sends the first piece of a file only', ['attachments.pieces', 'attachments.again'], (port) => ({
    upload: (id, file, marker) => port.upload(id, { ...file, open: () => firstPiece(file) }, marker),
  })),
  fileMutant('opens a file once and for all', ['attachments.pieces', 'attachments.again'], (port) => {
    const opened = new Map<string, AsyncIterable<Uint8Array>>();
    return {
      upload: (id, file, marker) => {
        const content = opened.get(file.name) ?? file.open();
        opened.set(file.name, content);
        return port.upload(id, { ...file, open: () => content }, marker);
      },
    };
  }),
  fileMutant('deletes no file', ['attachments.remove.one', 'attachments.remove.twice'], () => ({
    remove: () => Promise.resolve(),
  })),
  fileMutant('takes it amiss that a file is gone already', ['attachments.remove.twice'], (port) => {
    const removed = new Set<string>();
    return {
      remove: async (id) => {
        if (removed.has(id)) throw new Error('There is no such file.');
        removed.add(id);
        await port.remove(id);
      },
    };
  }),
  {
    mistake: 'keeps the day before as the day of the conversion',
    fails: ['opportunities.complete.day'],
    mutate: ({ opportunities }) => ({
      opportunities: {
        ...opportunities,
        complete: (id, completion, options) =>
          opportunities.complete(id, { ...completion, on: '2031-02-26' }, options),
      },
    }),
  },
  lineMutant(
    'subtracts the discount from the price',
    ['quotes.lines.list-prices', 'quotes.lines.amount'],
    (line) => ({
      ...line,
      price: decimal.multiply(
        line.price,
        decimal.subtract('1', decimal.divide(line.discountPercent ?? '0', '100', 6)),
      ),
    }),
  ),
  lineMutant('forgets the list price', ['quotes.lines.list-prices'], ({ listPrice: _, ...line }) => line),
  {
    mistake: 'counts options in the total of a quote',
    fails: ['quotes.lines.total'],
    mutate: ({ quotes }) => ({
      quotes: {
        ...quotes,
        get: async (id, options) => {
          const quote = await quotes.get(id, options);
          const amounts = quote?.lines?.map(({ amount = '0' }) => amount) ?? [];
          return quote === undefined ? undefined : { ...quote, netTotal: decimal.add('0', ...amounts) };
        },
      },
    }),
  },
  {
    mistake: 'forgets the currency of a quote',
    fails: ['quotes.currency'],
    mutate: ({ quotes }) => ({
      quotes: {
        ...quotes,
        create: ({ currencyId: _, ...fields }, lines, marker, options) =>
          quotes.create(fields, lines, marker, options),
      },
    }),
  },
  {
    mistake: 'closes gaps between the lines of an address',
    fails: ['quotes.addresses'],
    mutate: ({ quotes }) => ({
      quotes: {
        ...quotes,
        create: (fields, lines, marker, options) => {
          const { billingAddress, ...others } = fields;
          const closed = billingAddress === undefined ? {} : { billingAddress: withoutGaps(billingAddress) };
          return quotes.create({ ...others, ...closed }, lines, marker, options);
        },
      },
    }),
  },
  clientMutant('does not know currencies of clients', ['clients.currency'], (clients) => ({
    get: async (id, options) => {
      const { currencyId: _, ...client } = (await clients.get(id, options)) ?? { currencyId: '' };
      return 'id' in client ? client : undefined;
    },
  })),
  clientMutant(
    'closes gaps between the lines of a site’s address',
    ['clients.siteAddress.get'],
    (clients) => ({
      siteAddress: async (id) => {
        const address = await clients.siteAddress(id);
        return address && withoutGaps(address);
      },
    }),
  ),
  clientMutant('gives an unknown site an empty address', ['clients.siteAddress.unknown'], (clients) => ({
    siteAddress: async (id) => (await clients.siteAddress(id)) ?? { lines: [], postalCode: '' },
  })),
  {
    mistake: 'forgets job titles',
    fails: ['users.title'],
    mutate: ({ users }) => ({
      users: {
        ...users,
        get: async (id, options) => {
          const user = await users.get(id, options);
          return user && { ...user, title: '' };
        },
      },
    }),
  },
];

function fileMutant(
  mistake: string,
  fails: readonly string[],
  mutate: (port: WholeAdapter['attachments']) => Partial<AttachmentPort>,
): Mutant {
  return {
    mistake,
    fails,
    mutate: ({ attachments }) => ({ attachments: { ...attachments, ...mutate(attachments) } }),
  };
}

function clientMutant(
  mistake: string,
  fails: readonly string[],
  mutate: (clients: WholeAdapter['clients']) => Partial<ClientPort>,
): Mutant {
  return { mistake, fails, mutate: ({ clients }) => ({ clients: { ...clients, ...mutate(clients) } }) };
}

/** Creates each line as the mistake makes it. */
function lineMutant(
  mistake: string,
  fails: readonly string[],
  change: (fields: QuoteLineFields) => QuoteLineFields,
): Mutant {
  const changed = (line: QuoteLineWrite): QuoteLineWrite =>
    line.action === 'create' ? { ...line, fields: change(line.fields) } : line;
  return {
    mistake,
    fails,
    mutate: ({ quotes }) => ({
      quotes: {
        ...quotes,
        create: (fields, lines, marker, options) =>
          quotes.create(fields, lines.map(changed), marker, options),
      },
    }),
  };
}

async function* firstPiece({ open }: AttachmentUpload): AsyncGenerator<Uint8Array> {
  for await (const piece of open()) {
    yield piece;
    return;
  }
}

function withoutGaps({ lines, postalCode }: Address): Address {
  return { lines: lines.filter((line) => line !== ''), postalCode };
}
