export { describeAdapter } from './describe-adapter.js';
export { checkGroups } from './check-groups.js';
export type { AdapterOptions, OpenOptions, OptionalPort } from './suite/adapter-options.js';
export type { AdapterPackage } from './suite/adapter-package.js';
export type { Check, CheckGroup } from './suite/check.js';
export type { CheckRun } from './suite/check-run.js';
export type { ConformanceSubject } from './suite/conformance-subject.js';
export { faultKinds, type FaultKind } from './suite/fault-kind.js';
export type { Samples } from './suite/samples.js';
export type { TestContext, TestInterface } from './suite/test-interface.js';
export {
  createMemoryContactManager,
  type MemoryContactManager,
} from './memory/create-memory-contact-manager.js';
export type { MemoryControl } from './memory/memory-control.js';
export { memoryPluginCandidate, type MemoryPluginCandidate } from './memory/memory-plugin-candidate.js';
export type { MemoryOptions } from './memory/memory-options.js';
export type { MemoryAttachment, MemoryQuote, MemoryTenant } from './memory/memory-tenant.js';
export { memorySecret, seedTenant } from './memory/seed-tenant.js';
