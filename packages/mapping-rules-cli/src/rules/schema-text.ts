import schema from '@quotebridge/mapping-rules/schema.json' with { type: 'json' };

/** The name under which the schema lies beside a rule file. */
export const schemaFile = 'mapping-rules.schema.json';

/** The JSON Schema of rule files, as it is published. */
export const ruleSetSchema: object = schema;

export const schemaText = `${JSON.stringify(schema, undefined, 2)}\n`;
