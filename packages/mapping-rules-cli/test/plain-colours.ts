import { Terminal, type Colours } from '@quotebridge/command-line/terminal';

/** Colours of somebody who wants none. */
export const plainColours: Colours = new Terminal({ json: false, quiet: false, verbose: false, color: false })
  .colours;
