import type { RecordId } from '../contract/records.js';
import type { Considered, Reason } from './reason.js';

export interface RecordTrail {
  readonly kind: 'opportunity' | 'quote';
  /** The record that it came to be; undefined: a new one. */
  readonly id: RecordId | undefined;
  /** The one that the state remembers. */
  readonly bound: RecordId | undefined;
  /** The one that the document names; quotes are never named. */
  readonly named?: RecordId | undefined;
  /** The one that a person chose. */
  readonly chosen?: RecordId | undefined;
  /** Key of our marker, by which it was looked for. */
  readonly marker: string;
}

/** Why a document goes to this record and no other: binding, then the document’s own link, then marker, then a person. */
export function recordReason(trail: RecordTrail): Reason {
  const { kind, id, marker } = trail;
  const steps = stepsOf(trail);
  const taken = steps.findIndex((step) => step.taken);
  const considered = taken < 0 ? steps : steps.slice(0, taken + 1);
  if (id === undefined) {
    const text = `the document has no ${kind} in the PSA yet: none is bound to it, and none carries its marker ${marker}`;
    return { from: 'engine', at: 'new', text, considered };
  }
  const step = steps[taken];
  const from = step?.at === 'person' ? 'person' : 'match';
  return {
    from,
    at: step?.at ?? 'marker',
    text: step?.why ?? 'found with the other record of the document',
    considered,
  };
}

function stepsOf({ kind, id, bound, named, chosen, marker }: RecordTrail): readonly Considered[] {
  const isTaken = (candidate: RecordId | undefined): boolean => candidate !== undefined && candidate === id;
  const binding: Considered = {
    candidate: bound ?? `no ${kind}`,
    at: 'binding',
    taken: isTaken(bound),
    why: bound === undefined ? 'nothing is bound to the document' : whyBound(kind, isTaken(bound)),
  };
  const link: Considered = {
    candidate: named ?? 'no link',
    at: 'header.SoldToCMOppRecID',
    taken: isTaken(named),
    why: named === undefined ? 'the document names none' : 'the document names it',
  };
  const isFound = id !== undefined && !isTaken(bound) && !isTaken(named) && !isTaken(chosen);
  const byMarker: Considered = {
    candidate: isFound ? id : marker,
    at: 'marker',
    taken: isFound,
    why: isFound ? `it carries the marker ${marker}` : `no ${kind} carries the marker ${marker}`,
  };
  const person: Considered = {
    candidate: chosen ?? 'no choice',
    at: 'person',
    taken: isTaken(chosen),
    why: chosen === undefined ? 'nobody chose one' : 'chosen for this document',
  };
  return kind === 'quote' ? [binding, byMarker] : [binding, link, byMarker, person];
}

function whyBound(kind: string, isTaken: boolean): string {
  return isTaken
    ? `bound to the document since it was written`
    : `was bound to the document, but that ${kind} is no longer in the PSA`;
}
