/** A copy of plain data in which stars stand for the secrets. */
export type HideSecrets = <Value>(value: Value) => Value;

/**
 * Hides secrets in texts that others made, such as the message of an error that nobody foresaw: as they are, and as they
 * stand in addresses, forms and JSON.
 */
export function hideSecrets(secrets: readonly string[]): HideSecrets {
  const spellings = [...new Set(secrets.flatMap(spellingsOf))].sort(
    (left, right) => right.length - left.length,
  );
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string')
      return spellings.reduce((text, spelling) => text.replaceAll(spelling, '***'), value);
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, clean(child)]));
  };
  return <Value>(value: Value) => (spellings.length === 0 ? value : (clean(value) as Value));
}

/** Shorter ones would blacken harmless text, and no PSA issues them. */
const shortest = 6;

function spellingsOf(secret: string): readonly string[] {
  if (secret.length < shortest) return [];
  return [
    secret,
    encodeURIComponent(secret.replace(/\p{Surrogate}/gu, '\uFFFD')),
    new URLSearchParams([['', secret]]).toString().slice(1),
    JSON.stringify(secret).slice(1, -1),
  ];
}
