const secretName = /secret|password|authorization|access_token|refresh_token|^token$|signature/i;
const fileContent = new Set(['data', 'data_base64']);
const keptCharacters = 24;

/** A copy for the log: secrets removed, base64 shortened. */
export function redact(value: unknown, name = ''): unknown {
  if (secretName.test(name) && value !== null) return '[redacted]';
  if (typeof value === 'string') {
    const long = fileContent.has(name.toLowerCase()) && value.length > keptCharacters;
    return long ? `${value.slice(0, keptCharacters)}... (${value.length} characters)` : value;
  }
  if (Array.isArray(value)) return value.map((entry) => redact(entry));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, redact(entry, key)]));
  }
  return value;
}
