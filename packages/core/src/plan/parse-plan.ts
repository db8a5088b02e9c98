import { QuotebridgeError } from '../errors/quotebridge-error.js';
import { compileValidator } from '../settings/compile-validator.js';
import { asObject } from '../settings/settings-schema.js';
import { planSchema } from './plan.schema.js';
import { planFormat, type Plan } from './plan.js';

/**
 * A plan out of parsed JSON.
 *
 * @throws `document.invalid` when it is no plan, or one of another version
 */
export function parsePlan(content: unknown, name: string): Plan {
  const format = asObject(content)['format'];
  if (format !== planFormat) {
    const found = typeof format === 'string' ? `“${format.slice(0, 60)}”` : 'something else';
    throw new QuotebridgeError(
      'document.invalid',
      `${name} is not a plan of this version: expected the format “${planFormat}”, found ${found}.`,
      {
        next: 'Make a new plan with quotebridge plan.',
      },
    );
  }
  const { value, faults } = compileValidator<Plan>(planSchema).validate(content);
  if (faults.length === 0) return value;
  const [first] = faults;
  throw new QuotebridgeError(
    'document.invalid',
    `The plan ${name} is damaged at ${first?.at ?? '/'}: expected ${first?.expected ?? 'a plan'}.`,
    { faults, next: 'Make a new plan with quotebridge plan.' },
  );
}
