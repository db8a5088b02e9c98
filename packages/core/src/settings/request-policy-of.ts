import type { RequestPolicy } from '../http/request-rules.js';
import type { PushPolicy } from './push-policy.js';

/** The budget of requests as the settings want it. */
export function requestPolicyOf({ requests }: PushPolicy): RequestPolicy {
  const { limit, windowSeconds, reserveForPeople } = requests;
  return {
    reserve: reserveForPeople / 100,
    ...(limit === undefined ? {} : { limit: { requests: limit, windowMilliseconds: windowSeconds * 1_000 } }),
  };
}
