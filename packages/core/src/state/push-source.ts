/** Where a document came from, and how it was pushed: enough for a host to push it again. Plain data, never a secret. */
export interface PushSource {
  /** Path of the file that the document stands in. */
  readonly file: string;
  /** Paths of files that were attached by hand. */
  readonly attach?: readonly string[];
  /** Whether its PDF is attached; undefined: as the settings say. */
  readonly render?: boolean;
  /** Whether the files that it links to are attached; undefined: as the settings say. */
  readonly links?: boolean;
}
