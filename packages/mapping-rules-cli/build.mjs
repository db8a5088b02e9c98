import { bundleCommand } from '../../tools/bundle-command.mjs';

// Commander is needed before the first line is printed; the rules are many small files that load faster as one.
await bundleCommand(['@quotebridge/command-line', '@quotebridge/mapping-rules', 'commander']);
