import bindingsImport from './bindings-import.schema.json' with { type: 'json' };
import configuration from './configuration.schema.json' with { type: 'json' };
import { bindingsSchema, documentSchema, planSchema } from '@quotebridge/core';
import drift from './drift.schema.json' with { type: 'json' };
import doctor from './doctor.schema.json' with { type: 'json' };
import error from './error.schema.json' with { type: 'json' };
import explanation from './explanation.schema.json' with { type: 'json' };
import history from './history.schema.json' with { type: 'json' };
import issues from './issues.schema.json' with { type: 'json' };
import pushResult from './push-result.schema.json' with { type: 'json' };
import rebind from './rebind.schema.json' with { type: 'json' };

/** The published forms of what the command reads and prints, by the name that `quotebridge schema` knows. */
export const schemaCatalogue: Readonly<Record<string, object>> = {
  configuration,
  document: documentSchema,
  plan: planSchema,
  explanation,
  'push-result': pushResult,
  drift,
  bindings: bindingsSchema,
  'bindings-import': bindingsImport,
  rebind,
  issues,
  history,
  doctor,
  error,
};
