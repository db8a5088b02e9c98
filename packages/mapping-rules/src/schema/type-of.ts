/** The type of a value as JSON Schema names it; `none` for what JSON cannot say. */
export function typeOf(
  value: unknown,
): 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null' | 'none' {
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  if (typeof value === 'boolean') return 'boolean';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Object.prototype.toString.call(value) === '[object Object]' ? 'object' : 'none';
}
