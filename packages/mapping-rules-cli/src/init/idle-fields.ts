import { conditionKey } from './condition-key.js';
import type { TableRow } from '@quotebridge/mapping-rules';

/** Of fewer rows nobody can say what is usual. */
const fewestRows = 10;
/** Nearly every row has a text of its own. */
const mostAlike = 0.1;

/** What things are known by, rather than described. */
const identifying = /number|code|sku|id$/i;

/**
 * Fields such as descriptions and prices: a plain text in every row, a different one in nearly each, while the rest of
 * the fields alone decides the value.
 */
export function idleFields(fields: readonly string[], rows: readonly TableRow[]): ReadonlySet<string> {
  const idle = new Set<string>();
  if (rows.length < fewestRows) return idle;
  const described = [...fields].reverse().filter((field) => isDifferentEverywhere(field, fields, rows));
  const candidates = [
    ...described.filter((field) => !identifying.test(field)),
    ...described.filter((field) => identifying.test(field)),
  ];
  for (const field of candidates) {
    const rest = fields.filter((each) => each !== field && !idle.has(each));
    if (rest.length > 0 && decide(rest, fields, rows)) idle.add(field);
  }
  return idle;
}

function isDifferentEverywhere(field: string, fields: readonly string[], rows: readonly TableRow[]): boolean {
  const texts = new Set<string>();
  for (const { when } of rows) {
    const text = typeof when === 'string' ? (field === fields[0] ? when : undefined) : when[field];
    if (typeof text !== 'string') return false;
    texts.add(text.toLowerCase());
  }
  return texts.size >= rows.length * (1 - mostAlike);
}

/** Whether rows that are alike in these fields all give one value. */
function decide(rest: readonly string[], fields: readonly string[], rows: readonly TableRow[]): boolean {
  const values = new Map<string, string>();
  return rows.every(({ when, value }) => {
    const whole = typeof when === 'string' ? { [fields[0] ?? '']: when } : when;
    const key = conditionKey(whole, rest);
    if (key === conditionKey({}, rest)) return false;
    const before = values.get(key) ?? value;
    values.set(key, before);
    return before === value;
  });
}
