const secretName = /secret|password|authorization|access_token|refresh_token|^token$|signature/i;
const fileContent = new Set(['data', 'data_base64']);
const keptCharacters = 24;

/** A text of its own: a slice would keep the whole file in memory as long as the log. */
function detached(text: string): string {
  return Buffer.from(text).toString();
}

/** A copy for the log: secrets removed, base64 shortened. */
export function redact(value: unknown, name = ''): unknown {
  if (secretName.test(name) && value !== null) return '[redacted]';
  if (typeof value === 'string') {
    const long = fileContent.has(name.toLowerCase()) && value.length > keptCharacters;
    return long ? `${detached(value.slice(0, keptCharacters))}... (${value.length} characters)` : value;
  }
  if (Array.isArray(value)) return value.map((entry) => redact(entry));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, redact(entry, key)]));
  }
  return value;
}
