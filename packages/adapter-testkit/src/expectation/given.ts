/** A sample or ability of the subject that the check cannot do without. */
export function given<Value>(value: Value | undefined, name: string): Value {
  if (value !== undefined) return value;
  throw new Error(`The subject gives no ${name}: add it, or skip this check with the reason.`);
}
