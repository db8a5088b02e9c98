import { Argument } from 'commander';

/** The table that `import` and `export` are about; others than those that are offered may stand there. */
export function sectionArgument(): Argument {
  const argument = new Argument('<section>', 'which table; one of your own is tables.<name>');
  argument.argChoices = ['productGroups', 'users', 'taxes', 'byItemType'];
  return argument;
}
