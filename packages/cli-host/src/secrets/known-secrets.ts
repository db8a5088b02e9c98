/**
 * The values of all secrets that were resolved in this process. Nothing in Quotebridge prints a secret; this is the
 * last net before text leaves the process, for what a server may repeat in its answer.
 */
const known = new Set<string>();

/** Shorter ones would blacken harmless text, and no PSA issues them. */
const shortest = 6;

export function rememberSecret(value: string): void {
  if (value.length < shortest) return;
  known.add(value);
  known.add(JSON.stringify(value).slice(1, -1));
  known.add(encodeURIComponent(value));
}

export function withoutSecrets(text: string): string {
  let clean = text;
  for (const secret of known) clean = clean.replaceAll(secret, '•••');
  return clean;
}
