import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';
import type { InputFault } from '../errors/quotebridge-error.js';
import { describeExpectation } from './describe-expectation.js';

// The package is CommonJS with a default export, which NodeNext shows one level deeper than it is at run time.
const addFormats = addFormatsModule as unknown as typeof addFormatsModule.default;

/** A compiled schema. Fills in defaults, so it is given a copy. */
export interface Validator<Valid> {
  validate(input: unknown): { readonly value: Valid; readonly faults: readonly InputFault[] };
}

/**
 * Compiles a draft-07 schema. Our annotations are known: `lookup` (choose from this live list), `optional` (left empty
 * is a good answer, so nobody is asked unless they want to be) and `appliesWhen` (only with such values of other settings
 * of the page). Any other unknown keyword is a fault of the schema. Faults carry JSON pointers below `at`.
 *
 * @param schema trusted to be valid itself, which checking would take longer than all the rest of a short command;
 *   `checkSchema` is for the schemas of plugins
 */
export function compileValidator<Valid>(
  schema: object,
  at = '',
  options: { readonly checkSchema?: boolean } = {},
): Validator<Valid> {
  const ajv = new Ajv({
    allErrors: true,
    validateSchema: options.checkSchema ?? false,
    // Optimising the code takes longer than a short command gains by it.
    code: { optimize: false },
    useDefaults: true,
    strict: true,
    verbose: true,
    allowUnionTypes: true,
  });
  ajv.addKeyword({ keyword: 'lookup', schemaType: 'string' });
  ajv.addKeyword({ keyword: 'optional', schemaType: 'boolean' });
  ajv.addKeyword({ keyword: 'appliesWhen', schemaType: 'object' });
  addFormats(ajv);
  const compiled = ajv.compile(schema) as ValidateFunction<Valid>;
  return {
    validate(input) {
      const value: unknown = structuredClone(input);
      if (compiled(value)) return { value, faults: [] };
      return { value: value as Valid, faults: toFaults(compiled.errors ?? [], at) };
    },
  };
}

function toFaults(errors: readonly ErrorObject[], at: string): readonly InputFault[] {
  const faults = new Map<string, InputFault>();
  for (const error of errors) {
    // An `if` only says that its `then` failed, which has said so itself.
    if (error.keyword === 'if') continue;
    const fault = describeExpectation(error, at);
    // A union reports each of its branches: the first word on a place is enough.
    if (!faults.has(fault.at)) faults.set(fault.at, fault);
  }
  return [...faults.values()];
}
