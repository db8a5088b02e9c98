/** Why nothing was generated for a line whose field is empty. */
export type NotGenerated =
  /** The manufacturer's number is never made up. */
  | 'notOffered'
  | 'switchedOff'
  /** Numbers are made up for products and group headers only. */
  | 'noProduct'
  | 'noMacroForItemType'
  | 'macroGaveNothing'
  | 'tooLong';

export type PartNumberReason =
  | { readonly source: 'field'; readonly field: string }
  | {
      readonly source: 'macro';
      readonly macro: string;
      /** The macro, or the row that has it: `/partNumber/generation/byItemType/rows/3`. */
      readonly path: string;
      readonly chosenBy: 'macro' | 'byItemType' | 'otherwise';
      readonly itemType: string;
      /** The number before the length policy shortened it. */
      readonly shortenedFrom?: string;
    }
  | {
      readonly source: 'fallback' | 'none';
      readonly lineType: string;
      readonly because: NotGenerated;
      /** The macro that gave nothing, or too much. */
      readonly macro?: string;
    };

export interface PartNumber {
  /** Empty when the source is `none`: the line cannot be matched to a product. */
  readonly number: string;
  readonly reason: PartNumberReason;
}
