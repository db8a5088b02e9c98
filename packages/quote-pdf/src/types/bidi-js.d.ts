/** What is used of the package, which has no types. */
declare module 'bidi-js' {
  export interface EmbeddingLevels {
    readonly levels: Uint8Array;
    readonly paragraphs: readonly { readonly start: number; readonly end: number; readonly level: number }[];
  }
  export interface Bidi {
    getEmbeddingLevels(text: string, direction?: 'ltr' | 'rtl' | 'auto'): EmbeddingLevels;
    /** Indices of the characters from left to right. */
    getReorderedIndices(text: string, levels: EmbeddingLevels): readonly number[];
    getMirroredCharacter(character: string): string | null;
  }
  export default function createBidi(): Bidi;
}
