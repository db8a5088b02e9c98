import type { CallOptions } from '../contract/call-options.js';
import type { ContactManager } from '../contract/contact-manager.js';
import type { FieldValues } from '../contract/field-port.js';
import type { Client, RecordId, User } from '../contract/records.js';
import type { QuoteDocument } from '../domain/document.js';
import { partyOf } from '../domain/address-mapping.js';
import { QuotebridgeError } from '../errors/quotebridge-error.js';
import { partySuffixes } from '../resolve/party-columns.js';
import type { Conflict, PlanWarning } from '../plan/plan.js';
import { conflictsData } from '../plan/conflicts-data.js';
import type { Reason } from '../plan/reason.js';
import type { ConnectionRules } from '../rules/connection-rules.js';
import type { PushPolicy } from '../settings/push-policy.js';
import { compileRows } from './compile-rows.js';
import type { FieldReader } from './field-reader.js';
import { findChosen } from './find-chosen.js';

/** What says how a document is filled. */
export interface ContactRules {
  readonly policy: PushPolicy;
  readonly rules: Pick<ConnectionRules, 'places' | 'ruleSet'>;
}

export type ChosenAddress = 'soldTo' | 'shipTo' | 'billTo';

/** A client or user of the PSA that a person chose for an address of a document. A user alone is enough. */
export interface ContactChoice {
  readonly as: ChosenAddress;
  readonly clientId?: RecordId;
  readonly userId?: RecordId;
  /** Absent: the site of the user, else the main site of the client. */
  readonly siteId?: RecordId;
  /** The document to be filled: DataLink rows may name its own columns, too. */
  readonly document?: QuoteDocument;
}

/** One column of the document's header and what it gets. */
export interface ContactField {
  /** As QuoteWerks names it, such as `SoldToCompany`. */
  readonly field: string;
  /** Empty: the PSA has nothing for it, and what stood there is taken away. */
  readonly value: string;
  readonly reason: Reason;
}

export interface ContactFields {
  readonly as: ChosenAddress;
  readonly client?: Client;
  readonly user?: User;
  readonly fields: readonly ContactField[];
  /** Values of DataLink that their column does not take. */
  readonly warnings: readonly PlanWarning[];
}

const prefixes = { soldTo: 'SoldTo', shipTo: 'ShipTo', billTo: 'BillTo' } as const;

/**
 * What choosing an address fills in a document: every field of the address, so that nothing of another one stays, and
 * over them the rows of DataLink. Reads only.
 *
 * @throws `settings.invalid` with every row of DataLink that cannot work; `usage` when the choice means nobody
 */
export async function contactFields(
  contactManager: ContactManager,
  { policy, rules: connectionRules }: ContactRules,
  choice: ContactChoice,
  read: FieldReader,
  options: CallOptions,
): Promise<ContactFields> {
  const { rules, conflicts } = await compileRows(
    contactManager,
    { policy, rules: connectionRules },
    choice.document,
    read,
    'choose',
  );
  const { places } = connectionRules;
  refuseRows(conflicts);
  const { client, user, siteId } = await findChosen(contactManager, choice, options);
  const filled = new Map<string, ContactField>();
  const fill = (suffix: string, value: string | undefined, reason: Reason): void => {
    const field = prefixes[choice.as] + suffix;
    if (value !== undefined && value.trim() !== '' && !filled.has(field))
      filled.set(field, { field, value: value.trim(), reason });
  };
  fill('Company', client?.name ?? user?.clientName, from('clients.name', 'the name of the client'));
  fill('Contact', user?.name, from('users.name', 'the name of the user'));
  fill('Title', user?.title, from('users.title', 'the job title of the user'));
  fill('Phone', user?.phone, from('users.phone', 'the phone number of the user'));
  fill('Email', user?.email, from('users.email', 'the e-mail address of the user'));
  fill(
    'CMAccountNo',
    user?.id ?? client?.id,
    from('id', `the id of the ${user === undefined ? 'client' : 'user'}`),
  );
  const address =
    siteId === undefined ? undefined : await contactManager.clients.siteAddress?.(siteId, options);
  const lines = address === undefined ? {} : partyOf(address, policy.defaults.addressLines);
  for (const [suffix, value] of Object.entries(lines)) {
    fill(suffix, value, {
      from: 'setting',
      at: places.at('/siteAddress'),
      text: `the address of the site ${siteId ?? ''}`,
    });
  }

  for (const suffix of Object.keys(partySuffixes)) {
    const field = prefixes[choice.as] + suffix;
    if (!filled.has(field))
      filled.set(field, { field, value: '', reason: from('clients', 'the PSA has none') });
  }

  const records = {
    ...(await readRecord(contactManager, 'clients', client?.id, rules.reads(choice.as, 'clients'), options)),
    ...(await readRecord(contactManager, 'users', user?.id, rules.reads(choice.as, 'users'), options)),
  };
  const { values, problems } = rules.choose(choice.as, records);
  for (const { field, value, row, source } of values) {
    const { object } = policy.dataLink.rows[row] ?? { object: 'clients' };
    const reason: Reason = {
      from: 'mapping',
      at: places.at(`/dataLink/${row}`),
      text: `${source} of ${object}`,
    };
    filled.set(field, { field, value, reason });
  }
  return {
    as: choice.as,
    ...(client === undefined ? {} : { client }),
    ...(user === undefined ? {} : { user }),
    fields: [...filled.values()],
    warnings: problems.map(({ message, path }) => ({
      about: places.at(`/dataLink/${path.split('/')[1] ?? ''}`),
      message,
    })),
  };
}

function refuseRows(conflicts: readonly Conflict[]): void {
  const [first, ...more] = conflicts;
  if (first === undefined) return;
  const others = more.length === 0 ? '' : ` And ${more.length} more.`;
  throw new QuotebridgeError('settings.invalid', `A DataLink row cannot work: ${first.message}${others}`, {
    data: conflictsData(conflicts),
    next: first.next,
  });
}

async function readRecord(
  { fields }: ContactManager,
  object: 'clients' | 'users',
  id: RecordId | undefined,
  names: readonly string[],
  options: CallOptions,
): Promise<Readonly<Partial<Record<'clients' | 'users', FieldValues>>>> {
  if (id === undefined || names.length === 0) return {};
  const values = await fields?.read(object, id, names, options);
  return values === undefined ? {} : { [object]: values };
}

function from(at: string, text: string): Reason {
  return { from: 'match', at, text };
}
