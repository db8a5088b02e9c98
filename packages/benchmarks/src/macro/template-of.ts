import type { MacroArea } from '@quotebridge/mapping-rules';
import type { MacroWorkload } from './macro-workload.js';

/** The template of a peer: its own text where the workload has one, else the pieces as it spells fields. */
export function templateOf(
  { pieces, templates }: MacroWorkload,
  name: string,
  spell: (area: MacroArea, field: string) => string,
): string | undefined {
  if (pieces === undefined) return templates?.[name];
  return pieces.map((piece) => (typeof piece === 'string' ? piece : spell(piece.area, piece.field))).join('');
}
