import {
  parseDecimal,
  QuotebridgeError,
  type CallOptions,
  type DataLinkObject,
  type FieldType,
  type FieldValues,
} from '@quotebridge/core/plugin';
import { fieldProfile } from '../profile/field-profile.js';
import { haloDate } from '../record/write-values.js';
import { findBuiltIn } from './built-in-fields.js';
import type { CustomFieldSource } from './custom-field-source.js';
import { sameField, type CustomField } from './custom-field.js';

/** Turns values of one kind of record into what HaloPSA takes; one is made for each write. */
export class FieldWriter {
  readonly #source: CustomFieldSource;
  readonly #object: DataLinkObject;
  readonly #options: CallOptions | undefined;
  #known: readonly CustomField[] | undefined;
  #fresh = false;

  constructor(source: CustomFieldSource, object: DataLinkObject, options?: CallOptions) {
    this.#source = source;
    this.#object = object;
    this.#options = options;
  }

  /**
   * Built-in fields by their names, custom ones in their list. No request, except that custom fields are listed when they
   * are not known yet, or when one of them, or a choice, is not among those that are.
   *
   * @throws `remote.rejected` for a field that does not exist or may not be written, and for a value that it cannot hold.
   */
  async body(values: FieldValues | undefined): Promise<Readonly<Record<string, unknown>>> {
    const body: Record<string, unknown> = {};
    const custom: object[] = [];
    for (const [name, value] of Object.entries(values ?? {})) {
      const builtIn = findBuiltIn(this.#object, name);
      if (builtIn === undefined) {
        custom.push(await this.#customValue(name, value));
      } else if (builtIn.writable) {
        body[name] = typedValue(name, value, builtIn.type);
      } else {
        throw refused(name, value, `a field that may be written; ${builtIn.label} can only be read`);
      }
    }
    return custom.length === 0 ? body : { ...body, [fieldProfile.customField.list]: custom };
  }

  async #customValue(name: string, value: string): Promise<object> {
    const field = await this.#find(name, value);
    if (field === undefined) throw refused(name, value, `a field of ${this.#object} in this tenant`);
    if (!field.writable) throw refused(name, value, 'a field that may be written');
    if (field.type !== 'choice') return { name: field.name, value: typedValue(name, value, field.type) };
    if (value === '') return { name: field.name, value: null };
    const option = optionOf(field, value);
    if (option !== undefined) return { name: field.name, value: Number(option) };
    const choices = (field.options ?? []).map((one) => one.name).join(', ');
    throw refused(name, value, choices === '' ? 'a choice; the field has none' : `one of ${choices}`);
  }

  /** People may have added the field or the choice since the fields were listed. */
  async #find(name: string, value: string): Promise<CustomField | undefined> {
    const find = (): CustomField | undefined => this.#known?.find((one) => sameField(one.name, name));
    this.#known ??= await this.#source.known(this.#object, this.#options);
    if (this.#fresh || takes(find(), value)) return find();
    this.#known = await this.#source.list(this.#object, this.#options);
    this.#fresh = true;
    return find();
  }
}

function takes(field: CustomField | undefined, value: string): boolean {
  return (
    field !== undefined && (field.type !== 'choice' || value === '' || optionOf(field, value) !== undefined)
  );
}

function optionOf({ options = [] }: CustomField, value: string): string | undefined {
  const exact = options.find((option) => option.name === value);
  return (exact ?? options.find((option) => sameField(option.name, value.trim())))?.id;
}

function typedValue(name: string, value: string, type: FieldType): unknown {
  if (type === 'text') return value;
  if (value === '') return null;
  if (type === 'boolean') {
    if (value === 'true' || value === 'false') return value === 'true';
    throw refused(name, value, 'true or false');
  }
  if (type === 'date') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return haloDate(value);
    throw refused(name, value, 'a date such as 2026-12-31');
  }
  const number = parseDecimal(value);
  if (number === undefined) throw refused(name, value, 'a number');
  return Number(number);
}

function refused(name: string, value: string, expected: string): QuotebridgeError {
  return new QuotebridgeError(
    'remote.rejected',
    `HaloPSA’s field ${name} does not take “${value.slice(0, 50)}”.`,
    {
      faults: [{ at: name, value: value.slice(0, 50), expected }],
      next: 'Correct the row of the DataLink page that names this field, or the field in HaloPSA.',
      arrived: 'no',
    },
  );
}
