import { QuotebridgeError, type CallOptions, type Marker, type MarkerScope } from '@quotebridge/core/plugin';
import { entities } from '../api/entities.js';
import type { HaloApi } from '../api/halo-api.js';
import { readMarkedRecords } from '../marker/marked-records.js';
import { readMarker, reportsMarker } from '../marker/marker-slots.js';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloRecord } from '../record/halo-record.js';
import { readId, readText } from '../record/read-values.js';
import { haloId } from '../record/write-values.js';

/** Records of the same title that are read one by one before giving up. */
const mostCandidates = 50;

/**
 * Every opportunity of the client that carries the marker, closed ones included. One request for each hundred
 * opportunities of the client, and one for each of the same title whose row does not show its marker fields, but for the
 * one that is known to carry it.
 *
 * @throws `remote.unexpected` when too many have to be read one by one, or one cannot be read: an incomplete answer could
 * cause a duplicate.
 */
export async function findMarkedOpportunities(
  api: HaloApi,
  marker: Marker,
  { clientId, titles, known }: MarkerScope,
  options?: CallOptions,
): Promise<readonly HaloRecord[]> {
  const slots = fieldProfile.opportunity;
  const filter = { client_id: haloId(clientId, 'client_id') };
  const rows = (await api.all(entities.opportunity, filter, options)).filter(
    (row) => (readId(row, 'client_id') ?? clientId) === clientId,
  );
  const isKnown = (row: HaloRecord): boolean => known !== undefined && readId(row, 'id') === known;
  const shown = rows.filter((row) => readMarker(slots, row) === marker.key || isKnown(row));
  const wanted = new Set(titles.map(comparable));
  const candidates = rows.filter(
    (row) =>
      !reportsMarker(slots, row) && !isKnown(row) && wanted.has(comparable(readText(row, 'summary') ?? '')),
  );
  if (candidates.length > mostCandidates) {
    throw new QuotebridgeError(
      'remote.unexpected',
      `Client ${clientId} has ${candidates.length} opportunities of the same title, and HaloPSA’s list does not show which one belongs to ${marker.key}.`,
      { next: 'Rename or remove the ones that are not needed, or link the right one in the quoting tool.' },
    );
  }
  return [
    ...shown,
    ...(await readMarkedRecords(api, entities.opportunity, slots, candidates, marker, options)),
  ];
}

function comparable(title: string): string {
  return title.trim().toLowerCase();
}
