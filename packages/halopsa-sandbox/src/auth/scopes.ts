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

/** Does a token with these scopes reach something that any one of `wanted` opens? Nothing wanted = any token. */
export function permits(granted: ReadonlySet<string>, wanted: readonly string[]): boolean {
  if (wanted.length === 0 || granted.has('all')) return true;
  const standard = granted.has('all:standard') && wanted.some((scope) => !scope.startsWith('admin'));
  return standard || wanted.some((scope) => granted.has(scope));
}
