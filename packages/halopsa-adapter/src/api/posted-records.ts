import { QuotebridgeError, type HttpResponse } from '@quotebridge/core/plugin';
import { isHaloRecord, type HaloRecord } from '../record/halo-record.js';
import { readId, readText } from '../record/read-values.js';
import { unexpectedAnswer, type AnsweredRequest } from './answer-error.js';

/**
 * The stored records of a POST answer, which is one object or an array of them.
 *
 * @throws `remote.rejected` when HaloPSA warns instead of storing (a `_warning` and no id), `remote.unexpected` when
 * no stored record is in the answer.
 */
export function readPostedRecords(request: AnsweredRequest, response: HttpResponse): readonly HaloRecord[] {
  const { json } = response;
  const records = (Array.isArray(json) ? json : [json]).filter(isHaloRecord);
  const stored = records.filter((record) => readId(record, 'id') !== undefined);
  if (stored.length > 0) return stored;
  const warning = records
    .map((record) => readText(record, '_warning') ?? '')
    .find((text) => text.trim() !== '');
  if (warning === undefined) throw unexpectedAnswer(request, response);
  throw new QuotebridgeError(
    'remote.rejected',
    `HaloPSA did not store the ${request.entity.noun}: ${warning.trim().slice(0, 500)}`,
    { status: response.status, arrived: 'no', next: 'Settle what HaloPSA warns about, then run it again.' },
  );
}
