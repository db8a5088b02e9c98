import { QuotebridgeError, type HttpResponse } from '@quotebridge/core/plugin';
import { isHaloRecord, type HaloRecord } from '../record/halo-record.js';
import { readId, readText } from '../record/read-values.js';
import { unexpectedAnswer, type AnsweredRequest } from './answer-error.js';

/**
 * The stored records of a POST answer, which is one object or an array of them.
 *
 * @param bodies what was sent: a record to be updated shows its id even when HaloPSA only warned.
 * @throws `remote.rejected` when HaloPSA warns instead of storing (a `_warning` and no new id), `remote.unexpected`
 * when no stored record is in the answer.
 */
export function readPostedRecords(
  request: AnsweredRequest,
  response: HttpResponse,
  bodies: readonly HaloRecord[],
): readonly HaloRecord[] {
  const { json } = response;
  const records = (Array.isArray(json) ? json : [json]).filter(isHaloRecord);
  const updated = new Set(bodies.map((body) => readId(body, 'id')));
  const stored = records.filter((record) => {
    const id = readId(record, 'id');
    return id !== undefined && !(updated.has(id) && warningOf(record) !== '');
  });
  if (stored.length > 0) return stored;
  const warning = records.map(warningOf).find((text) => text !== '');
  if (warning === undefined) throw unexpectedAnswer(request, response);
  throw new QuotebridgeError(
    'remote.rejected',
    `HaloPSA did not store the ${request.entity.noun}: ${warning.slice(0, 500)}`,
    { status: response.status, arrived: 'no', next: 'Settle what HaloPSA warns about, then run it again.' },
  );
}

function warningOf(record: HaloRecord): string {
  return readText(record, '_warning')?.trim() ?? '';
}
