/** What people ask about a search that finds nothing, at the end of its help. */
export const searchHelp =
  '\nUpper case and the number of blanks do not count. Type accents where the search of the PSA minds them.\n';
