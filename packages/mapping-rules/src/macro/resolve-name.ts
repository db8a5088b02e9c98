import { shown } from '../problem/shown.js';
import type { MacroContext } from './macro-context.js';
import { fieldOwners } from './macro-prefixes.js';
import type { MacroArea } from './macro-scope.js';

/**
 * The field that a name outside braces means, as the vocabulary spells it: all its letters and digits, else the longest
 * known beginning, the rest being text. Where the rest looks like part of a mistaken longer name, it is a mistake: it must
 * not become another value.
 */
export function resolveName(
  area: MacroArea,
  prefix: string,
  name: string,
  position: number,
  context: MacroContext,
): string | undefined {
  const { index } = context;
  const whole = index.find(area, name);
  const field = whole ?? index.findBeginning(area, name);
  const mistaken = (found: string): boolean => context.isWarned || index.mayBeLonger(area, found, name);
  if (field === undefined || (whole === undefined && mistaken(field))) {
    nameProblem(area, prefix, name, position, context);
    return undefined;
  }
  context.uses(area, field);
  if (whole === undefined) {
    const braces = `&{${prefix.slice(1)}${field}}`;
    const message = `${shown(name)} is read as ${field} and the text ${shown(name.slice(field.length))}.`;
    context.add('macro.nameCut', position, message, `${braces} where the name is to end`);
  }
  return field;
}

/** A name that is missing or that nothing is called. */
export function nameProblem(
  area: MacroArea,
  prefix: string,
  name: string,
  position: number,
  context: MacroContext,
): void {
  context.add(
    name === '' ? 'macro.nameMissing' : 'macro.unknownField',
    position,
    `${shown(prefix + name)} names no field ${fieldOwners[area]}.`,
    `a field ${fieldOwners[area]}`,
    // With the prefix of another area the name may be right as it is.
    context.index.suggest(area, name, prefix),
  );
}
