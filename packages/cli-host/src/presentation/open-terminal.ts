import { withoutSecrets } from '../secrets/known-secrets.js';
import { Terminal } from '@quotebridge/command-line/terminal';
import type { CommonOptions } from '@quotebridge/command-line';

/** A terminal that no secret leaves. */
export function openTerminal(options: CommonOptions): Terminal {
  return new Terminal(options, withoutSecrets);
}
