import { expect } from 'chai';
import { dataLinkObjects, type FieldDescription } from '@quotebridge/core/plugin';
import { check, type Check, type CheckGroup } from '../suite/check.js';
import type { ConformanceSubject } from '../suite/conformance-subject.js';
import { given } from '../expectation/given.js';
import { emptied, expectValues, fieldsOf, twoWayFields, valuesFor } from '../expectation/kit-fields.js';
import { opportunityFields } from '../expectation/new-opportunity.js';
import { expectCode } from '../expectation/raised-by.js';

const contacts = ['clients', 'users'] as const;
type Contacts = (typeof contacts)[number];

export const fieldChecks: CheckGroup = {
  name: 'fields',
  ports: ['fields'],
  checks: [
    check('fields.list', 'describes the fields of each record: unique, typed, labelled', async (subject) => {
      const ticketTypes = await subject.contactManager.lookups.list('ticketTypes');
      for (const object of dataLinkObjects) {
        const fields = await fieldsOf(subject).list(object);
        const names = fields.map(({ name }) => name);
        expect(names, `fields of ${object}, each once`).to.deep.equal([...new Set(names)]);
        const ids = ticketTypes.map(({ id }) => id);
        for (const field of fields) expectDescribed(field, ids, `${object}: ${field.name}`);
      }
    }),
    ...contacts.map((object) =>
      check(
        `fields.write.${object}`,
        `writes every writable field of ${object} and reads it back in its one form`,
        async (subject) => {
          const fields = await twoWayFields(subject, object);
          const values = valuesFor(subject, object, fields);
          await fieldsOf(subject).write(object, idOf(subject, object), values);
          expectValues(await readAll(subject, object, fields), values, fields, object);
        },
      ),
    ),
    check('fields.write.others', 'leaves the fields that are not given', async (subject) =>
      forEachContact(subject, async (object, fields) => {
        const values = valuesFor(subject, object, fields);
        const id = idOf(subject, object);
        await fieldsOf(subject).write(object, id, values);
        const [first] = fields;
        await fieldsOf(subject).write(object, id, { [first?.name ?? '']: '' });
        const wanted = { ...values, [first?.name ?? '']: '' };
        expectValues(await readAll(subject, object, fields), wanted, fields, object);
      }),
    ),
    check('fields.write.empty', 'empties a field that is written as empty text', async (subject) =>
      forEachContact(subject, async (object, fields) => {
        const custom = fields.filter((field) => field.custom && field.required !== true);
        const values = valuesFor(subject, object, custom);
        await fieldsOf(subject).write(object, idOf(subject, object), values);
        await fieldsOf(subject).write(object, idOf(subject, object), emptied(values));
        expectValues(await readAll(subject, object, custom), {}, custom, object);
      }),
    ),
    check('fields.write.choices', 'takes each choice by its name, and nothing else', async (subject) =>
      forEachContact(subject, async (object, fields) => {
        const id = idOf(subject, object);
        for (const { name, choices = [] } of fields.filter(({ type }) => type === 'choice').slice(0, 3)) {
          for (const choice of choices.slice(0, 3)) {
            await fieldsOf(subject).write(object, id, { [name]: choice });
            expect((await fieldsOf(subject).read(object, id, [name]))?.[name], name).to.equal(choice);
          }
          await refuses(subject, object, name, 'No choice 8361');
        }
      }),
    ),
    check('fields.write.unknown', 'refuses a field that is not described', async (subject) => {
      for (const object of contacts) await refuses(subject, object, 'NoSuchField8361', 'x');
    }),
    check('fields.read.named', 'reads the named fields only', async (subject) =>
      forEachContact(subject, async (object, fields) => {
        const name = fields[0]?.name ?? '';
        const read = (await fieldsOf(subject).read(object, idOf(subject, object), [name])) ?? {};
        expect(
          Object.keys(read).filter((key) => key !== name),
          object,
        ).to.deep.equal([]);
      }),
    ),
    check('fields.read.missing', 'reads undefined for a record that is not there', async (subject) =>
      forEachContact(subject, async (object, fields) => {
        const names = fields.map(({ name }) => name);
        expect(await fieldsOf(subject).read(object, subject.samples.unknownId, names)).to.equal(undefined);
      }),
    ),
    requiredCheck(),
  ],
};

function requiredCheck(): Check {
  const says = 'names the ticket types that require a field, and they refuse an opportunity without it';
  return check('fields.required', says, async (subject) => {
    const { name, value, ticketTypeId } = given(subject.samples.requiredField, 'samples.requiredField');
    const field = (await fieldsOf(subject).list('opportunities')).find((one) => one.name === name);
    expect(field?.required, `required of ${name}`).to.be.an('array').that.includes(ticketTypeId);
    expect(field?.required).not.to.include(subject.samples.ticketTypeId);
    const { opportunities } = subject.contactManager;
    const fields = { ...opportunityFields(subject), ticketTypeId };
    const marker = { key: 'quotebridge:KIT1' };
    await expectCode('remote.rejected', () => opportunities.create(fields, marker));
    const { id } = await opportunities.create({ ...fields, linked: { [name]: value } }, marker);
    expect((await opportunities.get(id))?.ticketTypeId).to.equal(ticketTypeId);
  });
}

function expectDescribed(field: FieldDescription, ticketTypes: readonly string[], what: string): void {
  expect(field.name, `${what}: name`).not.to.equal('');
  expect(field.label, `${what}: label`).not.to.equal('');
  expect(field.type, `${what}: type`).to.be.oneOf(['text', 'number', 'date', 'boolean', 'choice']);
  for (const flag of ['custom', 'readable', 'writable'] as const)
    expect(field[flag], what).to.be.a('boolean');
  const { choices, required, maximumLength } = field;
  if (typeof required !== 'boolean')
    expect(ticketTypes, `${what}: required`).to.include.members([...required]);
  if (maximumLength !== undefined) expect(maximumLength, `${what}: maximumLength`).to.be.above(0);
  if (field.type === 'choice') {
    expect(choices, `${what}: choices`).to.be.an('array').that.does.not.deep.equal([]);
    expect([...new Set(choices)], `${what}: choices, each once`).to.deep.equal(choices);
  } else expect(choices, `${what}: choices of a field that is none`).to.equal(undefined);
}

async function forEachContact(
  subject: ConformanceSubject,
  body: (object: Contacts, fields: readonly FieldDescription[]) => Promise<void>,
): Promise<void> {
  for (const object of contacts) await body(object, await twoWayFields(subject, object));
}

/** The write is refused, and another value in it is not written either. */
async function refuses(
  subject: ConformanceSubject,
  object: Contacts,
  name: string,
  value: string,
): Promise<void> {
  const others = (await twoWayFields(subject, object)).filter((field) => field.name !== name).slice(0, 1);
  const before = (await readAll(subject, object, others)) ?? {};
  const values = { ...valuesFor(subject, object, others), [name]: value };
  await expectCode('remote.rejected', () => fieldsOf(subject).write(object, idOf(subject, object), values));
  expectValues(await readAll(subject, object, others), before, others, object);
}

function readAll(
  subject: ConformanceSubject,
  object: Contacts,
  fields: readonly FieldDescription[],
): ReturnType<NonNullable<ConformanceSubject['contactManager']['fields']>['read']> {
  const names = fields.map(({ name }) => name);
  return fieldsOf(subject).read(object, idOf(subject, object), names);
}

function idOf({ samples }: ConformanceSubject, object: Contacts): string {
  return object === 'clients' ? samples.client.id : samples.user.id;
}
