import { fieldText } from '../vocabulary/field-reference.js';
import { quoteWerksFields } from '../vocabulary/quotewerks-fields.js';
import { ruleSetSchema } from './rule-set-schema.js';
import type { SchemaNode } from './schema-node.js';
import { schemaTexts } from './schema-texts.js';

/** The JSON Schema (draft-07) that editors complete and explain rules by: the schema that rules are read by, with words. */
export function publishedSchema(): Readonly<Record<string, unknown>> {
  const { definitions, ...root } = ruleSetSchema;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...described(root, ''),
    definitions: Object.fromEntries(
      Object.entries(definitions).map(([name, node]) => [name, described(node, `#${name}`)]),
    ),
  };
}

/** Objects whose free keys are fields: those of QuoteWerks are named, so that editors offer them. They change no verdict. */
const keyedByField: ReadonlySet<string> = new Set(['#row.when.1', 'tests.*.given']);

function fieldsAt(node: SchemaNode, place: string): SchemaNode['properties'] {
  const { additionalProperties: each } = node;
  if (!keyedByField.has(place) || each === undefined || each === false) return undefined;
  const names = (['line', 'header', 'application'] as const).flatMap((area) =>
    quoteWerksFields[area].map((name) => fieldText(area, name)),
  );
  const cells = place === 'tests.*.given' ? [...names, 'LineType'] : names;
  return Object.fromEntries(cells.map((name) => [name, each]));
}

type Published = Readonly<Record<string, unknown>>;

function described(node: SchemaNode, place: string): Published {
  const { $ref, anyOf, additionalProperties, items, ...others } = node;
  const { properties = fieldsAt(node, place), ...rest } = others;
  const at = (segment: string | number): string => (place === '' ? String(segment) : `${place}.${segment}`);
  const text = schemaTexts[place] ?? {};
  if ($ref !== undefined) return Object.keys(text).length === 0 ? { $ref } : { ...text, allOf: [{ $ref }] };
  return {
    ...text,
    ...rest,
    ...(anyOf && { anyOf: anyOf.map((each, index) => described(each, at(index))) }),
    ...(properties && { properties: mapped(properties, (each, name) => described(each, at(name))) }),
    ...(additionalProperties !== undefined && {
      additionalProperties: additionalProperties && described(additionalProperties, at('*')),
    }),
    ...(items && { items: described(items, at('*')) }),
  };
}

function mapped<Value, Result>(
  members: Readonly<Record<string, Value>>,
  map: (value: Value, name: string) => Result,
): Readonly<Record<string, Result>> {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, map(value, name)]));
}
