import type { LineType } from '../domain/document-line.js';

export type Treatment = 'item' | 'text' | 'comment' | 'heading' | 'group' | 'skip';

/**
 * What becomes of each type of line: the published table (`docs/line-selection.md`).
 * Options, excluded lines and group membership are decided on top of it.
 */
export const lineTreatment: Readonly<Record<LineType, { readonly as: Treatment; readonly because: string }>> =
  {
    product: { as: 'item', because: 'a product or service' },
    comment: { as: 'comment', because: 'a comment: text without money' },
    subtotal: { as: 'skip', because: 'a subtotal only repeats money of other lines' },
    groupHeader: { as: 'group', because: 'the header of a grouped bundle' },
    runningSubtotal: { as: 'skip', because: 'a running subtotal only repeats money of other lines' },
    sectionHeader: { as: 'heading', because: 'a section header' },
    percentDiscount: { as: 'text', because: 'a discount, with the amount that the document states' },
    percentCharge: { as: 'text', because: 'a charge, with the amount that the document states' },
    heading: { as: 'heading', because: 'a heading' },
    summary: { as: 'skip', because: 'a summary only repeats money of other lines' },
  };
