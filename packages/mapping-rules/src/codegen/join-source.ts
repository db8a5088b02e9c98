import type { JoinPlan } from '../macro/join-plan.js';
import { expressionSource, type SourceNeeds } from './expression-source.js';

/** The body of a function that makes a join, and the filters that it calls. */
export interface JoinSource extends Pick<SourceNeeds, 'transforms'> {
  readonly body: string;
}

/**
 * `(calls, transforms, value, join, failed) => Join`. The function that it gives reads all values. If each is a text that
 * begins and ends in plain ASCII, and the first and the last leave nothing to trim, it concatenates them; otherwise it leaves
 * them to `join`.
 */
export function joinSource(
  { values, before, tail, named }: JoinPlan,
  purpose: 'number' | 'text',
): JoinSource {
  const needs: SourceNeeds = { areas: new Set(), transforms: [] };
  const names = values.map((_, at) => `v${at}`);
  const reads: string[] = [];
  const tests: string[] = [];
  const asGiven = values.map((value, at) => {
    const name = `v${at}`;
    const mayBeEmpty = (at > 0 || before[0] !== '') && (at < values.length - 1 || tail !== '');
    if (value.kind === 'field') {
      needs.areas.add(value.area);
      reads.push(`${name} = ${value.area}[${JSON.stringify(value.field)}];`);
      tests.push(`typeof ${name} === 'string'`, clean(name, mayBeEmpty));
      return name;
    }
    const call = `calls[${at}](scope)`;
    const inline = value.expression && expressionSource(value.expression, name, needs);
    reads.push(inline ?? `${name} = ${call};`);
    if (inline !== undefined) tests.push(`typeof ${name} === 'string'`);
    if (!mayBeEmpty) tests.push(`${name} !== ''`);
    return inline === undefined ? name : call;
  });
  if (!named && purpose === 'number') tests.push(`(${names.map(identifies).join(' || ')})`);
  const pieces = [...names.flatMap((name, at) => [...quoted(before[at] ?? ''), name]), ...quoted(tail)];
  const areas = [...needs.areas].map((area) => `${area} = scope.${area}`);
  const filters = needs.transforms.map((_, at) => `f${at} = transforms[${at}]`);
  const body = `'use strict';
${filters.length === 0 ? '' : `const ${filters.join(', ')};`}
return function (scope, report) {
  try {
    let ${[...areas, ...names, 'c = 0'].join(', ')};
    ${reads.join('\n    ')}
    if (${tests.join(' && ') || 'true'}) return ${pieces.join(' + ')};
    return join([${asGiven.join(', ')}]);
  } catch (error) {
    return failed(error, report);
  }
};`;
  return { body, transforms: needs.transforms };
}

function quoted(text: string): readonly string[] {
  return text === '' ? [] : [JSON.stringify(text)];
}

/** Both ends are signs of ASCII: no space of any kind. */
function clean(name: string, mayBeEmpty: boolean): string {
  const end = (at: string): string => `(c = ${name}.charCodeAt(${at})) > 32 && c < 127`;
  const ends = `${end('0')} && ${end(`${name}.length - 1`)}`;
  return mayBeEmpty ? `(${name}.length === 0 || ${ends})` : `${name}.length !== 0 && ${ends}`;
}

/** Begins with an ASCII letter or digit. */
function identifies(name: string): string {
  return `${name}.length !== 0 && ((c = ${name}.charCodeAt(0)) > 47 && c < 58 || (c |= 32) > 96 && c < 123)`;
}
