import type { CommanderError } from 'commander';

const more = 'The option --help prints what a command understands.';

/** What to do about a slip that this command invites: lines are named by an option here, and by their place there. */
export function usageNext({ code, message }: CommanderError): string | undefined {
  if (code === 'commander.missingArgument') return more;
  if (code === 'commander.excessArguments' && /'(?:run|explain|diff)'/.test(message)) {
    return `Lines are named with --in. ${more}`;
  }
  if (code === 'commander.unknownOption' && message.includes("'--in'")) {
    return `Name the files without an option, behind the rules. ${more}`;
  }
  return undefined;
}
