/** Completion scripts, read off a program. */
export { completionScript } from './completion-script.js';
