/** What a document is called in messages. A file may hold one that does not even have a number. */
export function documentName(number: string): string {
  return number === '' ? 'a document without a number' : number;
}
