import type { FieldPort, FieldValues, QuoteLineWrite } from '@quotebridge/core/plugin';
import type { Mutant, WholeAdapter } from './mutant.js';

/** What fails, too, when one kind of contact takes no fields. */
const anyContact = ['fields.write.others', 'fields.write.choices', 'fields.write.unknown'];

/** Mistakes with DataLink fields. */
export const fieldMutants: readonly Mutant[] = [
  fieldMutant('lists a field twice', ['fields.list'], (fields) => ({
    list: async (object) => (await fields.list(object)).flatMap((field) => [field, field]),
  })),
  fieldMutant('writes no fields of clients', ['fields.write.clients', ...anyContact], (fields) => ({
    write: async (object, id, values) => {
      if (object === 'users') await fields.write(object, id, values);
    },
  })),
  fieldMutant('writes no fields of users', ['fields.write.users', ...anyContact], (fields) => ({
    write: async (object, id, values) => {
      if (object === 'clients') await fields.write(object, id, values);
    },
  })),
  fieldMutant('empties what a write does not mention', ['fields.write.others'], (fields) => ({
    write: async (object, id, values) => {
      const writable = (await fields.list(object)).filter((field) => field.writable);
      const empty = Object.fromEntries(writable.map(({ name }) => [name, '']));
      await fields.write(object, id, { ...empty, ...values });
    },
  })),
  fieldMutant('ignores empty text', ['fields.write.others', 'fields.write.empty'], (fields) => ({
    write: (object, id, values) => fields.write(object, id, filled(values)),
  })),
  fieldMutant('takes any text for a choice', ['fields.write.choices'], (fields) => ({
    write: async (object, id, values) => {
      const { CFRegion = '', ...others } = values;
      const known = ['', 'North', 'South & East', 'West'].includes(CFRegion);
      await fields.write(object, id, known ? values : others);
    },
  })),
  fieldMutant('leaves out fields that it does not know', ['fields.write.unknown'], (fields) => ({
    write: async (object, id, { NoSuchField8361: _, ...values }) => fields.write(object, id, values),
  })),
  fieldMutant(
    'gives dates with a time',
    ['fields.write.clients', 'fields.write.users', 'fields.write.others'],
    (fields) => ({
      read: async (object, id, names) => {
        const read = await fields.read(object, id, names);
        const timed = ([name, value]: [string, string]): [string, string] =>
          name === 'CFReviewOn' && value !== '' ? [name, `${value}T00:00:00Z`] : [name, value];
        return read && Object.fromEntries(Object.entries(read).map(timed));
      },
    }),
  ),
  fieldMutant('reads every field', ['fields.read.named'], (fields) => ({
    read: async (object, id) =>
      fields.read(
        object,
        id,
        (await fields.list(object)).map(({ name }) => name),
      ),
  })),
  fieldMutant('reads empty values of a record that is not there', ['fields.read.missing'], (fields) => ({
    read: async (object, id, names) => (await fields.read(object, id, names)) ?? {},
  })),
  fieldMutant('says of a field that every ticket type requires it', ['fields.required'], (fields) => ({
    list: async (object) =>
      (await fields.list(object)).map((field) => ({ ...field, required: field.required !== false })),
  })),
  {
    mistake: 'creates opportunities without their DataLink values',
    fails: ['fields.required', 'opportunities.linked.create'],
    mutate: ({ opportunities }) => ({
      opportunities: {
        ...opportunities,
        create: ({ linked: _, ...fields }, marker, options) => opportunities.create(fields, marker, options),
      },
    }),
  },
  {
    mistake: 'empties the DataLink values of an opportunity that an update does not mention',
    fails: ['opportunities.linked.update'],
    mutate: ({ opportunities, fields: port }) => ({
      opportunities: {
        ...opportunities,
        update: async (id, fields, marker, options) => {
          const linked = { ...(await allEmpty(port)), ...fields.linked };
          return opportunities.update(id, { ...fields, linked }, marker, options);
        },
      },
    }),
  },
  {
    mistake: 'shows DataLink values of opportunities to whoever does not ask',
    fails: ['opportunities.create.answer', 'opportunities.linked.unasked'],
    mutate: ({ opportunities, fields }) => ({
      opportunities: {
        ...opportunities,
        get: async (id, options) =>
          opportunities.get(id, {
            ...options,
            linked: { opportunities: Object.keys(await allEmpty(fields)) },
          }),
      },
    }),
  },
  quoteMutant('creates quotes without their DataLink values', ['quotes.linked.create'], ({ quotes }) => ({
    create: ({ linked: _, ...fields }, lines, marker, options) =>
      quotes.create(fields, lines, marker, options),
  })),
  quoteMutant('updates quotes without their DataLink values', ['quotes.linked.update'], ({ quotes }) => ({
    update: (id, { linked: _, ...fields }, lines, marker, options) =>
      quotes.update(id, fields, lines, marker, options),
  })),
  quoteMutant('creates lines without their DataLink values', ['quotes.linked.lines'], ({ quotes }) => ({
    create: (fields, lines, marker, options) =>
      quotes.create(fields, lines.map(withoutLinked), marker, options),
  })),
  quoteMutant(
    'updates lines without their DataLink values',
    ['quotes.linked.lines.update'],
    ({ quotes }) => ({
      update: (id, fields, lines, marker, options) =>
        quotes.update(id, fields, lines?.map(withoutLinked), marker, options),
    }),
  ),
];

function fieldMutant(
  mistake: string,
  fails: readonly string[],
  mutate: (fields: FieldPort) => Partial<FieldPort>,
): Mutant {
  return { mistake, fails, mutate: ({ fields }) => ({ fields: { ...fields, ...mutate(fields) } }) };
}

function quoteMutant(
  mistake: string,
  fails: readonly string[],
  mutate: (right: WholeAdapter) => Partial<WholeAdapter['quotes']>,
): Mutant {
  return { mistake, fails, mutate: (right) => ({ quotes: { ...right.quotes, ...mutate(right) } }) };
}

async function allEmpty(fields: FieldPort): Promise<FieldValues> {
  const writable = (await fields.list('opportunities')).filter((field) => field.writable);
  return Object.fromEntries(writable.map(({ name }) => [name, '']));
}

function filled(values: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

function withoutLinked(line: QuoteLineWrite): QuoteLineWrite {
  if (line.action === 'foreign') return line;
  const { linked: _, ...fields } = line.fields;
  return { ...line, fields };
}
