import { Secret, type HttpClient } from '@quotebridge/core/plugin';
import { HaloContactManager } from '../../src/halo-contact-manager.js';
import { readHaloSettings, type HaloSettings } from '../../src/settings/halo-settings.js';
import { ManualClock } from './manual-clock.js';
import { MemoryCache } from './memory-cache.js';

export const fakeServerUrl = 'https://halo.example';
export const fakeSecret = 'secret-1b7e-never-shown';

/** Settings as a host hands them over, for a server that only exists in the test. */
export function fakeSettings(halopsa: object = {}, account: object = {}): unknown {
  return {
    account: {
      serverUrl: fakeServerUrl,
      clientId: 'client-77',
      clientSecret: new Secret(fakeSecret),
      ...account,
    },
    halopsa,
  };
}

export function knownSettings(halopsa: object = {}, account: object = {}): HaloSettings {
  return readHaloSettings(fakeSettings(halopsa, account));
}

export function managerOn(
  http: HttpClient,
  { settings = fakeSettings(), cache = new MemoryCache(), clock = new ManualClock() } = {},
): HaloContactManager {
  return new HaloContactManager(http, cache, clock, settings);
}
