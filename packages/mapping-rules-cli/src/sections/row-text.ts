import type { TableRow } from '@quotebridge/mapping-rules';
import { stringify } from 'yaml';

/** A row in one line, as it stands in a list: `- { when: Labor, value: Services }`. */
export function rowText(row: TableRow): string {
  return `- ${flowText(row)}`;
}

export function flowText(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, singleQuote: true }).trimEnd();
}

/** A text as it stands between braces. */
export function flowScalar(text: string): string {
  return flowText([text]).slice(1, -1).trim();
}

/** Data as YAML, nothing folded; ends with a line end. */
export function yamlText(value: unknown): string {
  return stringify(value, { lineWidth: 0, singleQuote: true });
}
