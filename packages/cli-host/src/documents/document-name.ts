/** No number that can be pushed is longer. */
const longest = 80;

/** What a document is called in messages. A file may hold one that does not even have a number. */
export function documentName(number: string): string {
  if (number.length > longest) return `${number.slice(0, longest - 1)}…`;
  return number === '' ? 'a document without a number' : number;
}
