import type { Alternative, AppliedFilter, Expression } from '../macro/expression.js';
import type { Transform } from '../macro/macro-filter.js';
import type { MacroArea } from '../macro/macro-scope.js';

/** Longer ones are left to the interpreter. */
const mostSteps = 32;

/** Far below the bound of filters, so that what grows a little stays below it. */
const shortEnough = 100_000;

/** What the generated code needs from outside of it. */
export interface SourceNeeds {
  readonly areas: Set<MacroArea>;
  /** Filters, called `f0`, `f1`, … */
  readonly transforms: Transform[];
}

/**
 * Statements that give the variable the value of an expression, or no text when a filter refuses something. Undefined: the
 * expression asks tables or is too long.
 */
export function expressionSource(
  expression: Expression,
  variable: string,
  needs: SourceNeeds,
): string | undefined {
  return steps(expression) > mostSteps ? undefined : alternativesSource(expression, variable, needs);
}

/** Infinite: with a table. */
function steps({ alternatives }: Expression): number {
  return alternatives.reduce((sum, { source, filters }) => {
    const inner = source.kind === 'group' ? steps(source.expression) : source.kind === 'table' ? Infinity : 1;
    return sum + inner + filters.length;
  }, 0);
}

function alternativesSource({ alternatives }: Expression, variable: string, needs: SourceNeeds): string {
  const [first, ...others] = alternatives.map((alternative) =>
    alternativeSource(alternative, variable, needs),
  );
  return [first, ...others.map((other) => `if (${variable} === '') { ${other} }`)].join('\n    ');
}

function alternativeSource({ source, filters }: Alternative, variable: string, needs: SourceNeeds): string {
  const filtered = filters.map((filter) => filterSource(filter, variable, needs));
  return [
    sourceOf(source, variable, needs),
    ...filtered.map((code) => `if (typeof ${variable} === 'string') ${code}`),
    ...(filters.length === 0
      ? []
      : [`if (typeof ${variable} === 'string') ${variable} = value(${variable});`]),
  ].join(' ');
}

function sourceOf(source: Alternative['source'], variable: string, needs: SourceNeeds): string {
  switch (source.kind) {
    case 'group':
      return alternativesSource(source.expression, variable, needs);
    case 'field':
      needs.areas.add(source.area);
      return `${variable} = value(${source.area}[${JSON.stringify(source.field)}]);`;
    case 'text':
      return `${variable} = ${JSON.stringify(source.text)};`;
    case 'table':
      return `${variable} = undefined;`;
  }
}

/** What the engine has itself is done in place; the filter's own function does the rest. */
function filterSource({ text, transform }: AppliedFilter, variable: string, needs: SourceNeeds): string {
  const call = `${variable} = f${needs.transforms.length}(${variable});`;
  needs.transforms.push(transform);
  const own = ownMethods.get(text.toLowerCase());
  if (own !== undefined) {
    return `{ if (${variable}.length < ${shortEnough}) ${variable} = ${variable}.${own}(); else ${call} }`;
  }
  const [, length] = /^left\s*:\s*(\d{1,9})$/i.exec(text) ?? [];
  return length === undefined ? call : leftSource(Number(length), variable, call);
}

/** Cut in place where no pair of surrogates is among the first ones. */
function leftSource(length: number, variable: string, call: string): string {
  const cut = `${variable} = ${variable}.slice(0, ${length})`;
  const plain = `for (c = 0; c < ${length} && ${variable}.charCodeAt(c) < 0xd800; c++);`;
  return `if (${variable}.length >= ${shortEnough}) ${call} else if (${variable}.length > ${length}) {
      ${plain} if (c === ${length}) ${cut}; else ${call} }`;
}

const ownMethods: ReadonlyMap<string, string> = new Map([
  ['upper', 'toUpperCase'],
  ['lower', 'toLowerCase'],
  ['trim', 'trim'],
]);
