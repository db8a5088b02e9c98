import { pointer } from '../problem/pointer.js';
import { makeProblem, mostProblems } from '../problem/make-problem.js';
import { nearestNames } from '../problem/nearest-names.js';
import type { RunCode } from '../problem/problem-codes.js';
import type { Problem } from '../problem/problem.js';
import { shown } from '../problem/shown.js';
import { setMember } from '../rule-set/set-member.js';
import type { RootSchema, SchemaNode } from './schema-node.js';
import { typeOf } from './type-of.js';

/**
 * Checks any value against a schema and copies what the schema knows of it, so that nobody can change it later. Goes no
 * deeper than the schema does, whatever the value is. `value` is of use only where there are no problems.
 */
export function readBySchema(
  schema: RootSchema,
  value: unknown,
): { readonly value: unknown; readonly problems: readonly Problem[] } {
  const reader = new Reader(schema);
  try {
    return { value: reader.read(schema, value), problems: reader.problems };
  } catch {
    // A proxy or a getter that throws; JSON and YAML have none.
    const message = 'It cannot be read as data.';
    return { value: undefined, problems: [makeProblem('rules.wrongType', '', message, 'JSON or YAML')] };
  }
}

const inWords = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'empty',
  none: 'no data',
} as const;

class Reader {
  readonly problems: Problem[] = [];
  readonly #root: RootSchema;
  readonly #at: (string | number)[] = [];

  constructor(root: RootSchema) {
    this.#root = root;
  }

  read(declared: SchemaNode, value: unknown): unknown {
    if (this.problems.length >= mostProblems) return undefined;
    const type = typeOf(value);
    const whole = this.#resolved(declared);
    const nodes = (whole.anyOf ?? [whole]).map((node) => this.#resolved(node));
    const node = nodes.find((each) => each.type === undefined || each.type === type);
    if (node === undefined) return this.#wrongType(nodes, value);
    if (node.type === undefined) return this.#readChoice(node.enum ?? [node.const], value);
    if (type === 'object') return this.#readObject(node, value as Readonly<Record<string, unknown>>);
    if (type === 'array') return this.#readArray(node, value as readonly unknown[]);
    const { minimum = -Infinity, maximum = Infinity } = node;
    if (type === 'integer' && !((value as number) >= minimum && (value as number) <= maximum))
      this.#refuse('rules.wrongValue', `is ${String(value)}`, `${minimum} to ${maximum}`);
    return value;
  }

  #resolved(node: SchemaNode): SchemaNode {
    const name = node.$ref?.slice('#/definitions/'.length) ?? '';
    return this.#root.definitions[name] ?? node;
  }

  #readChoice(choices: readonly unknown[], value: unknown): unknown {
    if (choices.includes(value)) return value;
    const names = choices.map(String);
    const near = typeof value === 'string' && value !== names[0] ? nearestNames(value, names) : [];
    return this.#refuse('rules.wrongValue', `is ${said(value)}`, names.join(' or '), near);
  }

  #readArray({ items = {}, maxItems = Infinity }: SchemaNode, value: readonly unknown[]): unknown {
    if (value.length > maxItems)
      return this.#refuse('rules.wrongValue', `has ${value.length} entries`, `at most ${maxItems}`);
    const copy: unknown[] = [];
    for (let index = 0; index < value.length; index++) copy.push(this.#member(index, items, value[index]));
    return copy;
  }

  #readObject(node: SchemaNode, value: Readonly<Record<string, unknown>>): unknown {
    const { properties = {}, required = [], additionalProperties: others } = node;
    const keys = Object.keys(value);
    const known = Object.keys(properties);
    for (const key of required) {
      if (!keys.includes(key)) this.#refuse('rules.missingKey', 'lacks a key', key);
    }
    const { minProperties = 0, maxProperties = Infinity } = node;
    if (keys.length < minProperties || keys.length > maxProperties)
      this.#refuse(
        'rules.wrongValue',
        `has ${keys.length} keys`,
        known.length === 0 ? 'at least one' : `one of ${known.join(', ')}`,
      );
    const copy: Record<string, unknown> = {};
    for (const key of keys) {
      if (this.problems.length >= mostProblems) break;
      const child = Object.hasOwn(properties, key) ? properties[key] : others;
      if (child === undefined || child === false) {
        const message = `has no key ${shown(key)}`;
        this.#refuse('rules.unknownKey', message, known.join(', '), nearestNames(key, known), [key]);
      } else setMember(copy, key, this.#member(key, child, value[key]));
    }
    return copy;
  }

  #member(key: string | number, node: SchemaNode, value: unknown): unknown {
    this.#at.push(key);
    const read = this.read(node, value);
    this.#at.pop();
    return read;
  }

  #wrongType(nodes: readonly SchemaNode[], value: unknown): unknown {
    const wanted = nodes.map((node) => inWords[node.type ?? 'none']).join(' or ');
    const quotes = wanted.includes('a text') && (typeof value === 'number' || typeof value === 'boolean');
    return this.#refuse('rules.wrongType', `is ${said(value)}`, quotes ? `${wanted}, in quotes` : wanted);
  }

  #refuse(
    code: RunCode,
    what: string,
    expected: string,
    suggestions: readonly string[] = [],
    below: readonly string[] = [],
  ): unknown {
    const subject = this.#at.length === 0 ? 'The document' : shown(this.#at.join('.'));
    const rest = suggestions.length === 0 ? `; expected: ${expected}` : '';
    const message = `${subject} ${what}${rest}.`;
    this.problems.push(
      makeProblem(code, pointer([...this.#at, ...below]), message, expected, { suggestions }),
    );
    return undefined;
  }
}

function said(value: unknown): string {
  if (typeof value === 'string') return shown(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : inWords[typeOf(value)];
}
