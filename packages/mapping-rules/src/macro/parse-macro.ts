import { nearestNames } from '../error/nearest-names.js';
import { RuleError } from '../error/rule-error.js';
import type { FieldIndex } from './field-index.js';
import type { MacroPart } from './macro-part.js';
import type { MacroArea } from './macro-scope.js';

const areas: ReadonlyMap<string, MacroArea> = new Map([
  ['DI', 'line'],
  ['DH', 'header'],
  ['APP', 'application'],
]);

/**
 * Splits a macro into its parts. A name reaches as far as letters and digits do, and must then be a known field:
 * `&DI_CustomText011` is a mistake, not `CustomText01` followed by a 1. An ampersand without a known prefix is text.
 *
 * @throws RuleError with the position of the first token that cannot work.
 */
export function parseMacro(text: string, index: FieldIndex): readonly MacroPart[] {
  const parts: MacroPart[] = [];
  let end = 0;
  for (const match of text.matchAll(/&(DI|DH|APP)_([a-z0-9]*)/gi)) {
    const [token, prefix = '', name = ''] = match;
    const area = areas.get(prefix.toUpperCase()) ?? 'line';
    const field = name === '' ? undefined : index.find(area, name);
    if (field === undefined) throw unknownField(token, name, area, match.index, index);
    if (match.index > end) parts.push({ kind: 'literal', text: text.slice(end, match.index) });
    parts.push({ kind: 'field', token, area, field });
    end = match.index + token.length;
  }
  if (end < text.length) parts.push({ kind: 'literal', text: text.slice(end) });
  return parts;
}

const owners: Readonly<Record<MacroArea, string>> = {
  line: 'of the lines of documents',
  header: 'of the header of documents',
  application: 'of the application',
};

function unknownField(
  token: string,
  name: string,
  area: MacroArea,
  position: number,
  index: FieldIndex,
): RuleError {
  const prefix = token.slice(0, token.length - name.length);
  if (name === '') {
    return new RuleError('macro.nameMissing', `“${token}” at position ${position} names no field.`, {
      position,
      expected: `a field name right after “${token}”`,
    });
  }
  const suggestions = nearestNames(name, index.names(area)).map((near) => prefix + near);
  const shown = token.length > 80 ? `${token.slice(0, 80)}…` : token;
  const hint = suggestions.length === 0 ? '' : ` Did you mean ${suggestions.join(' or ')}?`;
  return new RuleError(
    'macro.unknownField',
    `“${shown}” at position ${position} names no field ${owners[area]}.${hint}`,
    { position, suggestions, expected: `a field ${owners[area]} after “${prefix}”` },
  );
}
