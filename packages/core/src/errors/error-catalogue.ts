/**
 * Every error Quotebridge raises, grouped by what the caller should do next.
 * `exit` is the exit code of a command, `http` the status of a web host.
 */
export const errorCatalogue = {
  usage: { exit: 2, http: 400, caller: 'read the help' },
  'settings.invalid': { exit: 2, http: 422, caller: 'fix the setting' },
  'document.invalid': { exit: 2, http: 422, caller: 'fix the document' },
  'state.unusable': { exit: 2, http: 500, caller: 'name another state file, or update Quotebridge' },
  'auth.rejected': { exit: 3, http: 401, caller: 'fix the credentials' },
  'permission.missing': { exit: 3, http: 403, caller: 'grant the permission' },
  'remote.rateLimited': { exit: 4, http: 429, caller: 'wait, then run it again' },
  'remote.unavailable': { exit: 4, http: 502, caller: 'wait, then run it again' },
  'remote.rejected': { exit: 5, http: 422, caller: 'decide what to send' },
  'plan.conflict': { exit: 5, http: 409, caller: 'decide between the candidates' },
  'plan.stale': { exit: 5, http: 409, caller: 'plan again' },
  'capability.unsupported': { exit: 5, http: 422, caller: 'use another way' },
  'proof.mismatch': { exit: 6, http: 409, caller: 'look at both sums' },
  'remote.unexpected': { exit: 7, http: 500, caller: 'report it' },
  'plugin.invalid': { exit: 7, http: 500, caller: 'report it to the author of the plugin' },
  'plugin.failed': { exit: 7, http: 500, caller: 'report it to the author of the plugin' },
  internal: { exit: 7, http: 500, caller: 'report it' },
  cancelled: { exit: 130, http: 499, caller: 'nothing' },
} as const;

export type ErrorCode = keyof typeof errorCatalogue;
