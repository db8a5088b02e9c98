import {
  isQuotebridgeError,
  QuotebridgeError,
  type CallOptions,
  type Marker,
} from '@quotebridge/core/plugin';
import type { Entity } from '../api/entities.js';
import type { HaloApi } from '../api/halo-api.js';
import { inParallel } from '../api/in-parallel.js';
import type { HaloRecord } from '../record/halo-record.js';
import { isMarked, readMarker, reportsMarker, type MarkerSlots } from './marker-slots.js';

/**
 * The records that carry the marker, for rows that do not show it. One request for each row.
 *
 * @throws `remote.unexpected` for a row that cannot be read: an incomplete answer could cause a duplicate.
 */
export async function readMarkedRecords(
  api: HaloApi,
  entity: Entity,
  slots: MarkerSlots,
  rows: readonly HaloRecord[],
  marker: Marker,
  options?: CallOptions,
): Promise<readonly HaloRecord[]> {
  const records = await inParallel(rows, async (row) => {
    const record = await api.get(entity, Number(row['id']), options);
    if (record === undefined) throw unreadable(entity, row, marker);
    return record;
  });
  return records.filter((record) => readMarker(slots, record) === marker.key);
}

/** How often a list is read whose rows are gone by the time that they are looked at. */
const mostReadings = 4;

/**
 * The answer of a search that reads a list, then its rows. A row that cannot be read may have been deleted in between, by a
 * machine that created a record a moment too late: then the list no longer has it when it is read again.
 */
export async function readingAgain<Found>(search: () => Promise<Found>): Promise<Found> {
  for (let readings = 1; ; readings += 1) {
    try {
      return await search();
    } catch (error) {
      const isGone = isQuotebridgeError(error, 'remote.unexpected') && error.details.data === unreadableRow;
      if (!isGone || readings >= mostReadings) throw error;
    }
  }
}

/**
 * Every record that carries a marker of ours, whole, page by page. One request for each hundred rows, and one for each row
 * that carries a marker or does not show whether it does.
 */
export async function* listMarkedRecords(
  api: HaloApi,
  entity: Entity,
  slots: MarkerSlots,
  options?: CallOptions,
): AsyncGenerator<readonly HaloRecord[], void, undefined> {
  for await (const { rows } of api.pages(entity, {}, options)) {
    const likely = rows.filter((row) => isMarked(slots, row) || !reportsMarker(slots, row));
    const records = await inParallel(likely, (row) => api.get(entity, Number(row['id']), options));
    // One that was deleted in between is none.
    const marked = records.filter((record) => record !== undefined && isMarked(slots, record));
    if (marked.length > 0) yield marked as readonly HaloRecord[];
  }
}

const unreadableRow = 'a row that cannot be read';

function unreadable({ noun, nouns }: Entity, row: HaloRecord, { key }: Marker): QuotebridgeError {
  return new QuotebridgeError(
    'remote.unexpected',
    `HaloPSA lists the ${noun} ${String(row['id'])} but does not show it, so it stays open whether it belongs to ${key}.`,
    {
      data: unreadableRow,
      next: `Run it again; if it stays so, see whether the API application may read all ${nouns}.`,
    },
  );
}
