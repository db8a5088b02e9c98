/** A rule file as its host has read it. Its sections take the place of the settings' tables. */
export interface RuleFile {
  /** Its content, as JSON has it; the engine judges it. */
  readonly document: unknown;
  /** What it is called to people, such as `rules.yaml`. */
  readonly name?: string;
  /** Line of the value at a JSON pointer, or of the nearest thing around it; from 1. */
  readonly lineOf?: (pointer: string) => number | undefined;
}
