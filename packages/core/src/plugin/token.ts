import type { ServiceIdentifier } from 'inversify';

/** `Symbol.for`, so that two copies of this package agree on what a token means. */
export function token<Service>(name: string): ServiceIdentifier<Service> {
  return Symbol.for(`@quotebridge/core/${name}`);
}
