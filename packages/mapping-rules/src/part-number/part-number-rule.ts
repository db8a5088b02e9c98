import type { MacroScope } from '../macro/macro-scope.js';
import type { MacroVocabulary } from '../macro/macro-vocabulary.js';

/** The three options of “PartNumber Generation”. Only what the mode uses is compiled. */
export interface PartNumberGeneration {
  readonly mode: 'none' | 'macro' | 'byItemType';
  /** For `macro`. */
  readonly macro?: string;
  /** For `byItemType`: ItemType → macro. */
  readonly byItemType?: Readonly<Record<string, string>>;
  /** For `byItemType`: the macro of all other ItemTypes. */
  readonly otherwise?: string;
}

export interface PartNumberRule {
  /** Line field that holds the part number, such as `InternalPartNumber`. */
  readonly field: string;
  readonly generation: PartNumberGeneration;
  /** Fixed part number by line type, for lines that would stay without one. */
  readonly fallbackByLineType?: Readonly<Record<string, string>>;
  readonly vocabulary: MacroVocabulary;
}

/** Why nothing was generated for a line whose field is empty. */
export type NotGenerated =
  /** The manufacturer's number is never made up. */
  'notOffered' | 'switchedOff' | 'noMacroForItemType' | 'macroGaveNothing';

export type PartNumberReason =
  | { readonly source: 'field'; readonly field: string }
  | {
      readonly source: 'macro';
      readonly macro: string;
      readonly chosenBy: 'macro' | 'byItemType' | 'otherwise';
      readonly itemType: string;
    }
  | {
      readonly source: 'fallback' | 'none';
      readonly lineType: string;
      readonly because: NotGenerated;
      /** The macro that gave nothing. */
      readonly macro?: string;
    };

export interface PartNumber {
  /** Empty when the source is `none`: the line cannot be matched to a product. */
  readonly number: string;
  readonly reason: PartNumberReason;
}

export interface CompiledPartNumberRule {
  resolve(scope: MacroScope, lineType: string): PartNumber;
}
