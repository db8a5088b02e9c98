import type { SeedApplication } from './seed.js';

/** Fixed, public and worthless outside the sandbox, in the shape of the real ones: a GUID, and two joined. */
export const demoApplication: SeedApplication = {
  clientId: '5a0d0b0c-1f2e-4d3c-8b4a-9e8f7a6b5c4d',
  clientSecret: '0f1e2d3c-4b5a-4697-8877-665544332211-11223344-5566-4778-8990-aabbccddeeff',
  scopes: ['all'],
  agentId: 2,
};

export const demoTenant = 'northwind';
