import type { Command } from 'commander';

/** What is attached besides files by hand; undefined: as the settings say. */
export interface AttachmentOptions {
  readonly render?: boolean;
  readonly links?: boolean;
}

export function addAttachmentOptions(command: Command): Command {
  return command
    .option('--render', 'attach a PDF of the document')
    .option('--no-render', 'do not, whatever the settings say')
    .option('--links', 'attach the files that the document links to')
    .option('--no-links', 'do not, whatever the settings say');
}
