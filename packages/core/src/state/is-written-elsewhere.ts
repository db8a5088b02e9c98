import type { Binding } from './state-store.js';

/** Whether a record carries another stamp than that of our last write: another machine of ours has written it since. */
export function isWrittenElsewhere(
  binding: Binding | undefined,
  current: { readonly id: string; readonly stamp?: string },
): boolean {
  if (binding === undefined || binding.recordId !== current.id) return false;
  const { stamp } = binding.image;
  return stamp !== undefined && current.stamp !== undefined && stamp !== current.stamp;
}
