/** What may stand at one place of a text: one character, or whatever a class such as `[a-f]` or `.` allows. */
export type CharacterTest =
  | { readonly character: string; readonly expression?: undefined }
  | { readonly character?: undefined; readonly expression: RegExp };

/** @param character one code point, as `foldedForm` has it */
export function allows(test: CharacterTest, character: string): boolean {
  return test.expression === undefined ? test.character === character : test.expression.test(character);
}
