import type { Colours } from '@quotebridge/command-line/terminal';

/** The signs in front of what a plan creates, changes, removes and keeps. */
export function signs(
  colours: Colours,
): Readonly<Record<'create' | 'update' | 'remove' | 'keep' | 'foreign', string>> {
  return {
    create: colours.green('+'),
    update: colours.yellow('~'),
    remove: colours.red('-'),
    keep: colours.dim('='),
    foreign: colours.dim('='),
  };
}
