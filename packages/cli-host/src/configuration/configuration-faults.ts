import schema from '../schemas/configuration.schema.json' with { type: 'json' };
import { pointerSegments } from '@quotebridge/command-line/located';
import type { InputFault } from '@quotebridge/core';
import type { ErrorObject } from 'ajv';

/** What is wrong with the form of a configuration. What is inside `settings` is the engine's to judge. */
export async function configurationFaults(content: unknown): Promise<InputFault[]> {
  const { Ajv } = await import('ajv');
  // Our own schema needs no check on every start: a test compiles it strictly.
  const validate = new Ajv({ allErrors: true, verbose: true, meta: false, validateSchema: false }).compile(
    schema,
  );
  if (validate(content)) return [];
  return (validate.errors ?? []).filter((error) => error.keyword !== 'propertyNames').map(fault);
}

function fault(error: ErrorObject): InputFault {
  const at = error.instancePath;
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'required':
      return { at: at || '/', expected: `“${String(params['missingProperty'])}”, which is missing` };
    case 'additionalProperties':
      return { at: `${at}/${String(params['additionalProperty'])}`, expected: `one of: ${allowed(error)}` };
    case 'const':
      return { at, ...value(error), expected: JSON.stringify(params['allowedValue']) };
    case 'pattern':
      return {
        at: error.propertyName === undefined ? at : `${at}/${error.propertyName}`,
        expected: 'a name of letters, digits, dots, dashes and underscores',
      };
    case 'type':
      return {
        at: at || '/',
        ...value(error),
        expected: kinds[String(params['type'])] ?? String(params['type']),
      };
    default:
      return { at: at || '/', ...value(error), expected: error.message ?? 'another value' };
  }
}

const kinds: Readonly<Record<string, string>> = {
  object: 'an object with named values',
  array: 'a list',
  string: 'text',
};

function allowed(error: ErrorObject): string {
  const properties: unknown = (error.parentSchema as Record<string, unknown> | undefined)?.['properties'];
  return properties !== null && typeof properties === 'object'
    ? Object.keys(properties).join(', ')
    : 'nothing';
}

/** Below `settings` a misplaced value may be a secret: only its kind is told. */
function value(error: ErrorObject): { value: string } {
  const secretive = pointerSegments(error.instancePath).includes('settings');
  const shown = secretive ? `a ${typeof error.data}` : (JSON.stringify(error.data) as string | undefined);
  return { value: (shown ?? 'nothing').slice(0, 80) };
}
