/** Values of one line and its surroundings, by QuoteWerks field name without prefix (`ItemType`, not `&DI_ItemType`). */
export interface MacroScope {
  readonly line: Readonly<Record<string, string>>;
  readonly header: Readonly<Record<string, string>>;
  readonly application: Readonly<Record<string, string>>;
}

/** Where a macro takes a value from: `&DI_` the line, `&DH_` the header, `&APP_` the application. */
export type MacroArea = keyof MacroScope;
