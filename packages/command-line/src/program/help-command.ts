import { helpExamples } from './help-examples.js';
import { nearestTo } from '../terminal/nearest-to.js';
import { Command } from 'commander';

/**
 * The command that prints the help of another one. commander's own prints the help of everything when there is no such
 * command.
 *
 * @param example a command that the program has
 */
export function helpCommand(program: string, example: string): Command {
  return new Command('help')
    .description('Print the help of a command')
    .argument('[command...]', 'its name')
    .addHelpText('after', helpExamples(program, `help ${example}`))
    .action((words: readonly string[], _options: object, self: Command) => {
      let command = self.parent ?? self;
      for (const word of words) command = childOf(command, word);
      command.help();
    });
}

function childOf(command: Command, word: string): Command {
  const child = command.commands.find((each) => each.name() === word || each.aliases().includes(word));
  if (child !== undefined) return child;
  const [near] = nearestTo(
    word,
    command.commands.map((each) => each.name()),
  );
  const suggestion = near === undefined ? '' : `\n(Did you mean ${near}?)`;
  return command.error(`error: unknown command '${word}'${suggestion}`, { code: 'commander.unknownCommand' });
}
