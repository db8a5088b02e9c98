/** The part of JSON Schema (draft-07) that the schema of rule sets is written in, and that `readBySchema` understands: exactly this. */
export interface SchemaNode {
  /** `#/definitions/<name>` of the root. */
  readonly $ref?: string;
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  readonly const?: string | number | boolean;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  /** Of an object; `false`: no keys but those of `properties`. */
  readonly additionalProperties?: false | SchemaNode;
  readonly items?: SchemaNode;
  readonly maxItems?: number;
  /** Alternatives of different types. */
  readonly anyOf?: readonly SchemaNode[];
}

export interface RootSchema extends SchemaNode {
  readonly definitions: Readonly<Record<string, SchemaNode>>;
}
