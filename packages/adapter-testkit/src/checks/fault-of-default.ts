/** Why the default of a property breaks its own schema; undefined when it does not. Knows what settings schemas use. */
export function faultOfDefault(schema: Readonly<Record<string, unknown>>): string | undefined {
  const value = schema['default'];
  const types = [schema['type']].flat().filter((type) => typeof type === 'string');
  if (types.length > 0 && !types.some((type) => isOfType(value, type)))
    return `is not of type ${types.join(' or ')}`;
  const choices = schema['enum'];
  if (Array.isArray(choices) && !choices.includes(value)) return 'is not one of the choices';
  if (typeof value === 'number') {
    if (below(value, schema['minimum'])) return 'is below the minimum';
    if (below(schema['maximum'], value)) return 'is above the maximum';
  }
  if (typeof value === 'string') {
    if (below(value.length, schema['minLength'])) return 'is too short';
    if (below(schema['maxLength'], value.length)) return 'is too long';
    const pattern = schema['pattern'];
    if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value))
      return 'does not match the pattern';
  }
  return undefined;
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value);
    case 'array':
      return Array.isArray(value);
    case 'null':
      return value === null;
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    default:
      return typeof value === type;
  }
}

function below(left: unknown, right: unknown): boolean {
  return typeof left === 'number' && typeof right === 'number' && left < right;
}
