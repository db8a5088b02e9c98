/** `salesRepresentative` and `sales_representative` → `sales representative`. What is no such code stays as it is. */
export function wordsOf(code: string): string {
  if (!/^[a-z]+([A-Z_][A-Za-z]*)*$/.test(code)) return code;
  return code
    .replaceAll(/(?<=[a-z])(?=[A-Z])|_/g, ' ')
    .toLowerCase()
    .trim();
}
