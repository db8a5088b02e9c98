import { compileValidator } from '../../src/settings/compile-validator.js';
import type { PushPolicy } from '../../src/settings/push-policy.js';
import { composeSettingsSchema } from '../../src/settings/settings-schema.js';

const defaults = compileValidator<PushPolicy>(composeSettingsSchema({})).validate({}).value;

type Pages = { readonly [Page in keyof PushPolicy]?: Partial<PushPolicy[Page]> };

/** The policy of empty settings, with some of its values replaced. */
export function samplePolicy(over: Pages = {}): PushPolicy {
  const pages = Object.entries(defaults).map(([page, values]) => [
    page,
    { ...(values as object), ...over[page as keyof PushPolicy] },
  ]);
  return Object.fromEntries(pages) as PushPolicy;
}
