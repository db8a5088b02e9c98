import { decimal, type AttachmentUpload, type QuoteLineWrite } from '@quotebridge/core/plugin';
import type { Mutant } from './mutant.js';

export const writingMutants: readonly Mutant[] = [
  {
    mistake: 'drops the note of a line',
    fails: ['quotes.lines.notes', 'quotes.update.change', 'quotes.update.remove', 'quotes.update.add'],
    mutate: ({ quotes }) => ({
      quotes: {
        ...quotes,
        create: (fields, lines, marker, options) =>
          quotes.create(fields, lines.map(withoutNote), marker, options),
      },
    }),
  },
  {
    mistake: 'rounds prices to two places',
    fails: ['quotes.lines.prices', 'quotes.lines.list-prices', 'quotes.update.change'],
    mutate: ({ quotes }) => ({
      quotes: {
        ...quotes,
        get: async (id, options) => {
          const quote = await quotes.get(id, options);
          const lines = quote?.lines?.map((line) => ({ ...line, price: decimal.round(line.price ?? '0') }));
          return quote && lines && { ...quote, lines };
        },
      },
    }),
  },
  {
    mistake: 'forgets the marker',
    fails: [
      'opportunities.create',
      'opportunities.marker',
      'opportunities.marker.closed',
      'opportunities.marker.order',
      'opportunities.stamp',
      'opportunities.list-marked',
    ],
    mutate: ({ opportunities }) => ({
      opportunities: {
        ...opportunities,
        create: (fields, _marker, options) => opportunities.create(fields, { key: '' }, options),
      },
    }),
  },
  {
    mistake: 'looks for the marker among open opportunities only',
    fails: ['opportunities.marker.closed'],
    mutate: ({ opportunities }) => ({
      opportunities: {
        ...opportunities,
        findByMarker: async (marker, scope, options) =>
          (await opportunities.findByMarker(marker, scope, options)).filter(
            ({ outcome }) => outcome === 'open',
          ),
      },
    }),
  },
  {
    mistake: 'finds whatever marker begins alike',
    fails: ['opportunities.marker'],
    mutate: ({ opportunities }) => ({
      opportunities: {
        ...opportunities,
        findByMarker: async (marker, { clientId }, options) =>
          (await opportunities.list({ clientId }, options)).filter((one) =>
            one.marker?.startsWith(marker.key),
          ),
      },
    }),
  },
  {
    mistake: 'empties what an update does not mention',
    fails: ['opportunities.update'],
    mutate: ({ opportunities }) => ({
      opportunities: {
        ...opportunities,
        update: (id, fields, marker, options) =>
          opportunities.update(id, { expectedCloseDate: null, ...fields }, marker, options),
      },
    }),
  },
  {
    mistake: 'writes each line in a request of its own',
    fails: ['quotes.write.one-line', 'quotes.write.one-call'],
    habits: { lineWrites: 'each' },
  },
  {
    mistake: 'drops lines of other hands',
    fails: ['quotes.update.foreign'],
    mutate: ({ quotes }) => ({
      quotes: {
        ...quotes,
        update: (id, fields, lines, marker, options) =>
          quotes.update(
            id,
            fields,
            lines?.filter(({ action }) => action !== 'foreign'),
            marker,
            options,
          ),
      },
    }),
  },
  {
    mistake: 'creates lines again in place of changing them',
    fails: ['quotes.update.ids'],
    mutate: ({ quotes }) => ({
      quotes: {
        ...quotes,
        update: (id, fields, lines, marker, options) =>
          quotes.update(id, fields, lines?.map(asCreation), marker, options),
      },
    }),
  },
  {
    mistake: 'answers created items in another order',
    fails: ['items.create.order', 'items.create.nature', 'items.search.sku', 'items.search.recurring'],
    mutate: ({ items }) => ({
      items: {
        ...items,
        createMany: async (wanted, options) => [...(await items.createMany(wanted, options))].reverse(),
      },
    }),
  },
  {
    mistake: 'sends a file as text',
    fails: ['attachments.binary', 'attachments.pieces', 'attachments.again'],
    mutate: ({ attachments }) => ({
      attachments: {
        ...attachments,
        upload: (id, file, marker, options) =>
          attachments.upload(id, { ...file, open: () => asText(file) }, marker, options),
      },
    }),
  },
];

async function* asText({ open }: AttachmentUpload): AsyncGenerator<Uint8Array> {
  for await (const piece of open()) {
    yield new TextEncoder().encode(new TextDecoder('ascii').decode(piece)).slice(0, piece.length);
  }
}

function withoutNote(line: QuoteLineWrite): QuoteLineWrite {
  return line.action === 'create' ? { ...line, fields: { ...line.fields, note: '' } } : line;
}

function asCreation(line: QuoteLineWrite): QuoteLineWrite {
  return line.action === 'foreign' ? line : { action: 'create', key: line.key, fields: line.fields };
}
