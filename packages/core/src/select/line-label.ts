import type { DocumentLine } from '../domain/document-line.js';

/** What the label does not say: the rest of the description, and the notes. */
export function lineNote(line: DocumentLine): string {
  const text = line.description.replaceAll('\r\n', '\n').trim();
  const name = lineLabel(line);
  const rest = text.startsWith(name) ? text.slice(name.length).trim() : text;
  return [rest, line.notes.replaceAll('\r\n', '\n').trim()].filter((part) => part !== '').join('\n\n');
}

/** First line of the description, else whatever names the line. */
export function lineLabel(line: DocumentLine): string {
  const first = line.description.split(/\r?\n/, 1)[0]?.trim() ?? '';
  const text =
    first === ''
      ? line.manufacturerPartNumber || line.internalPartNumber || line.itemType || line.lineType
      : first;
  return text.length > 250 ? `${text.slice(0, 249)}…` : text;
}
