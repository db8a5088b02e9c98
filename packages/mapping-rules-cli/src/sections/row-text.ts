import type { TableRow } from '@quotebridge/mapping-rules';
import { Document, Scalar, stringify, visit } from 'yaml';

/** However long a text is, its line breaks are written as `\\n`. */
const oneLine = { lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER } as const;

/** A row in one line, as it stands in a list: `- { when: Labor, value: Services }`. */
export function rowText(row: TableRow): string {
  return `- ${flowText(row)}`;
}

function flowText(value: unknown): string {
  const document = new Document(value);
  visit(document, {
    Scalar: (_, scalar) => {
      // Any other way of writing it would take several lines.
      if (/[\r\n]/.test(String(scalar.value))) scalar.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return document.toString({ ...oneLine, collectionStyle: 'flow', singleQuote: true }).trimEnd();
}

/** A text as it stands between braces. */
export function flowScalar(text: string): string {
  return flowText([text]).slice(1, -1).trim();
}

/** Data as YAML, nothing folded; ends with a line end. */
export function yamlText(value: unknown): string {
  return stringify(value, { lineWidth: 0, singleQuote: true });
}
