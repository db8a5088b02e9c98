import type { DocumentLine } from '../domain/document-line.js';

/** The bundle that a line belongs to, as its header decides for all of it. */
export interface Group {
  readonly header: DocumentLine;
  readonly excluded: boolean;
  readonly optional: boolean;
}

/** Key of the heading above a member; null for the header itself and outside groups. */
export function keyOf(group: Group | undefined, line: DocumentLine): string | null {
  return group === undefined || group.header === line ? null : group.header.key;
}
