import type { MacroArea, MacroScope } from '../macro/macro-scope.js';

/** A field that conditions read. */
export interface TableField {
  readonly area: MacroArea;
  readonly field: string;
  /** As rules write it: `ItemType`, `DH_SalesRep`. */
  readonly text: string;
}

/** Reads a field; anything but a text counts as empty, such as what `constructor` finds in a plain object. */
export function fieldReader({ area, field }: TableField): (scope: MacroScope) => string {
  switch (area) {
    case 'line':
      return ({ line }) => textOf(line[field]);
    case 'header':
      return ({ header }) => textOf(header[field]);
    case 'application':
      return ({ application }) => textOf(application[field]);
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
