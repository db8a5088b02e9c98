import { Failure } from './failure.js';
import type { Refusal } from '@quotebridge/command-line/files';

/** What is wrong with a file that the command line names. */
export const refuse: Refusal = (message, details) => new Failure('usage', message, details);
