/** `{ [name]: value }`, or nothing when there is no value: an absent field and an empty one are different things. */
export function stated<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Partial<Record<Name, Value>> {
  return (value === undefined || value === '' ? {} : { [name]: value }) as Partial<Record<Name, Value>>;
}
