import { isQuotebridgeError, QuotebridgeError, type Client, type Item } from '@quotebridge/core/plugin';
import type { Mutant } from './mutant.js';

export const readingMutants: readonly Mutant[] = [
  {
    mistake: 'guesses that a permission is missing',
    fails: ['connection.permissions'],
    mutate: () => ({
      missingPermissions: async () => [{ about: 'scope', message: 'Who knows?', next: 'Ask.' }],
    }),
  },
  {
    mistake: 'puts the secret into an error',
    fails: ['secrets.errors'],
    mutate: ({ clients }, { secrets }) => ({
      clients: {
        ...clients,
        search: (query, options) =>
          clients.search(query, options).catch((error: unknown) => {
            if (!isQuotebridgeError(error)) throw error;
            throw new QuotebridgeError(error.code, error.message, {
              ...error.details,
              data: `Bearer ${String(secrets[0])}`,
            });
          }),
      },
    }),
  },
  {
    mistake: 'keeps the secret as plain text',
    fails: ['secrets.adapter'],
    mutate: (right, { secrets }) => ({
      check: Object.assign(right.check.bind(right), { token: secrets[0] }),
    }),
  },
  {
    mistake: 'ignores the abort signal',
    fails: ['errors.hang', 'errors.aborted'],
    mutate: ({ clients }) => ({ clients: { ...clients, search: (query) => clients.search(query) } }),
  },
  {
    mistake: 'repeats a page of clients',
    fails: ['clients.search.pages'],
    mutate: ({ clients }) => ({
      clients: {
        ...clients,
        search: async (query, options) => {
          const found = await clients.search(query, options);
          return [...found, ...found].slice(0, query.limit ?? 50);
        },
      },
    }),
  },
  {
    mistake: 'reads the first page of the catalogue only',
    fails: ['items.list'],
    mutate: ({ items }) => ({
      items: {
        ...items,
        list: async function* (options) {
          for await (const page of items.list(options)) {
            yield page;
            break;
          }
        },
      },
    }),
  },
  {
    mistake: 'gives ids as numbers',
    fails: ['clients.get', 'clients.ids', 'lifecycle.together'],
    mutate: ({ clients }) => ({
      clients: {
        ...clients,
        get: async (id, options) => {
          const client = await clients.get(id, options);
          return client && ({ ...client, id: Number(client.id) } as unknown as Client);
        },
      },
    }),
  },
  {
    mistake: 'answers a get of an unknown id with an empty object',
    fails: ['clients.get.unknown'],
    mutate: ({ clients }) => ({
      clients: { ...clients, get: async (id, options) => (await clients.get(id, options)) ?? ({} as Client) },
    }),
  },
  {
    mistake: 'shows inactive clients',
    fails: ['clients.search.inactive'],
    mutate: ({ clients }) => ({
      clients: {
        ...clients,
        search: (query, options) => clients.search({ ...query, includeInactive: true }, options),
      },
    }),
  },
  {
    mistake: 'finds items by part of their number',
    fails: ['items.find.missing'],
    mutate: ({ items }) => ({
      items: {
        ...items,
        findByNumbers: async (numbers, options) => {
          if (numbers.length === 0) return { found: new Map(), seen: [] };
          const seen = await items.search({ limit: 1000 }, options);
          const found = new Map<string, readonly Item[]>();
          for (const number of numbers) {
            const carriers = seen.filter((item) => item.numbers.some((own) => own.startsWith(number)));
            if (carriers.length > 0) found.set(number, carriers);
          }
          return { found, seen };
        },
      },
    }),
  },
  {
    mistake: 'says remote.rejected whatever happens',
    fails: [
      'connection.rejected',
      'errors.unauthorized',
      'errors.forbidden',
      'errors.rateLimited',
      'errors.serverError',
      'errors.html',
      'errors.truncated',
      'errors.hang',
      'errors.aborted',
    ],
    mutate: ({ clients }) => ({
      clients: {
        ...clients,
        search: (query, options) =>
          clients.search(query, options).catch(() => {
            throw new QuotebridgeError('remote.rejected', 'Something went wrong.');
          }),
      },
    }),
  },
];
