/** The scopes an API application can hold, as public clients list them. */
const areas =
  'tickets calendar customers crm timesheets contracts suppliers items projects sales quotes sos pos invoices reporting software softwarelicensing kb assets';

export const knownScopes: ReadonlySet<string> = new Set([
  'all',
  'all:standard',
  'all:teams',
  'admin',
  'admin:webhooks',
  'editMine:timesheets',
  'access:chat',
  'access:adpasswordreset',
  ...areas.split(' ').flatMap((area) => [`read:${area}`, `edit:${area}`]),
]);

/**
 * Does a token with these scopes reach what the `wanted` ones open? Nothing wanted = any token. By the rule `any` one of
 * them is enough, by `all` every one is needed.
 */
export function permits(
  granted: ReadonlySet<string>,
  wanted: readonly string[],
  rule: 'any' | 'all',
): boolean {
  if (wanted.length === 0) return true;
  const holds = (scope: string): boolean => covers(granted, scope);
  return rule === 'all' ? wanted.every(holds) : wanted.some(holds);
}

/** `all` covers everything, `all:standard` everything but administration. */
export function covers(granted: ReadonlySet<string>, scope: string): boolean {
  return (
    granted.has('all') || granted.has(scope) || (granted.has('all:standard') && !/^(admin|all$)/.test(scope))
  );
}
