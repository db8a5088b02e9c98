import { userInfo } from 'node:os';

/** Values of the quoting tool's `&APP_` macros, as far as a command line knows them. */
export function applicationValues(): Readonly<Record<string, string>> {
  try {
    return { LoggedInUserName: userInfo().username };
  } catch {
    // An account without a name, as in some containers.
    return {};
  }
}
