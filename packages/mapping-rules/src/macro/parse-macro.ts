import type { MacroContext } from './macro-context.js';
import { MacroCursor } from './macro-cursor.js';
import type { MacroPart } from './macro-part.js';
import { macroPrefixes } from './macro-prefixes.js';
import { readExpression } from './read-expression.js';
import { resolveName } from './resolve-name.js';

/** Longest macro, in UTF-16 units. */
const longestMacro = 4_000_000;

/**
 * Splits a macro into its parts: `&&` is an ampersand, `&{…}` an expression, `&DI_`, `&DH_` and `&APP_` begin a name, any
 * other ampersand is text. What cannot work is told to the context and left out.
 */
export function parseMacro(text: string, context: MacroContext): readonly MacroPart[] {
  if (text.length > longestMacro) {
    context.add(
      'macro.tooLong',
      longestMacro,
      'The macro is too long.',
      `${longestMacro} characters at most`,
    );
    return [];
  }
  const parts: MacroPart[] = [];
  let literal = '';
  let end = 0;
  const endLiteral = (): void => {
    if (literal !== '') parts.push({ kind: 'literal', text: literal });
    literal = '';
  };
  const addPart = (part: MacroPart | undefined, position: number, next: number): void => {
    literal += text.slice(end, position);
    end = next;
    if (part === undefined) return;
    endLiteral();
    parts.push(part);
  };
  const begin = /&(?:[&{]|(DI|DH|APP)_([a-z0-9]*))/gi;
  for (let match = begin.exec(text); match !== null && !context.isFull; match = begin.exec(text)) {
    const [found, word, name = ''] = match;
    const at = match.index;
    if (found === '&&') addPart(undefined, at + 1, at + 2);
    else if (word === undefined) {
      const cursor = new MacroCursor(text, at + 2, context);
      const expression = readExpression(cursor, '}', at, 0);
      if (expression === undefined) cursor.takeUpTo(/(?<=})|$/g);
      const token = text.slice(at, cursor.position);
      addPart(expression && { kind: 'expression', token, expression }, at, cursor.position);
    } else {
      const area = macroPrefixes.get(word.toUpperCase()) ?? 'line';
      const prefix = found.slice(0, word.length + 2);
      const field = resolveName(area, prefix, name, at, context);
      const token = prefix + name.slice(0, field?.length);
      addPart(field === undefined ? undefined : { kind: 'field', token, area, field }, at, at + token.length);
    }
    begin.lastIndex = end;
  }
  literal += text.slice(end);
  endLiteral();
  return parts;
}
