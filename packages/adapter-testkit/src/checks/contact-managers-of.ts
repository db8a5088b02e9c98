export interface ContactManagerEntry {
  readonly id: string;
  readonly displayName: string;
  readonly settings: string;
}

/** The contact managers that a manifest contributes; none when it has another shape. */
export function contactManagersOf(manifest: unknown): readonly ContactManagerEntry[] {
  const contributes = (manifest as { contributes?: { contactManagers?: unknown } } | undefined)?.contributes;
  const entries = contributes?.contactManagers;
  return Array.isArray(entries) ? (entries as ContactManagerEntry[]) : [];
}
