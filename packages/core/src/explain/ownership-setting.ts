import type { OwnershipTable } from '../plan/ownership.js';
import { ownershipSchema } from '../settings/pages/ownership.schema.js';
import { asObject } from '../settings/settings-schema.js';

/** The setting that says who decides about a field; undefined: no setting does, because it is no choice. */
export function ownershipSetting(record: keyof OwnershipTable, field: string): string | undefined {
  if (field.startsWith('linked.')) return 'dataLink.rows';
  const page = asObject(asObject(ownershipSchema.properties)[record]);
  const offered = asObject(page['properties']);
  // A client is chosen by its name in the settings, and written by its id.
  const name = [field, field.replace(/Id$/, '')].find((candidate) => Object.hasOwn(offered, candidate));
  return name === undefined ? undefined : `ownership.${record}.${name}`;
}
