import configurationSchema from '../../src/schemas/configuration.schema.json' with { type: 'json' };
import driftSchema from '../../src/schemas/drift.schema.json' with { type: 'json' };
import doctorSchema from '../../src/schemas/doctor.schema.json' with { type: 'json' };
import errorSchema from '../../src/schemas/error.schema.json' with { type: 'json' };
import explanationSchema from '../../src/schemas/explanation.schema.json' with { type: 'json' };
import historySchema from '../../src/schemas/history.schema.json' with { type: 'json' };
import issuesSchema from '../../src/schemas/issues.schema.json' with { type: 'json' };
import pushResultSchema from '../../src/schemas/push-result.schema.json' with { type: 'json' };
import { Ajv } from 'ajv';

const ajv = new Ajv({ allErrors: true });
const validators = {
  configuration: ajv.compile(configurationSchema),
  drift: ajv.compile(driftSchema),
  doctor: ajv.compile(doctorSchema),
  error: ajv.compile(errorSchema),
  explanation: ajv.compile(explanationSchema),
  history: ajv.compile(historySchema),
  issues: ajv.compile(issuesSchema),
  'push-result': ajv.compile(pushResultSchema),
};

/** Fails with every fault when a value does not have its published form. */
export function expectForm(name: keyof typeof validators, value: unknown): void {
  const validate = validators[name];
  if (!validate(value))
    throw new Error(`no ${name}: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(value)}`);
}
