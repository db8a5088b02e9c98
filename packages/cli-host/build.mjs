import { bundleCommand } from '../../tools/bundle-command.mjs';

// Only these are needed before the first line is printed; everything else stays a package of its own.
await bundleCommand(['@quotebridge/command-line', 'commander']);
