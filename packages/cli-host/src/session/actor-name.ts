import { hostname, userInfo } from 'node:os';

/** Who pushes, for the history: `dana@office-3`. */
export function actorName(): string {
  try {
    return `${userInfo().username}@${hostname()}`;
  } catch {
    // An account without a name, as in some containers.
    return hostname();
  }
}
