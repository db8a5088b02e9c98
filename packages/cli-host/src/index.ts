/** The command as a function, for people who embed it. The command itself starts in `main.ts`. */
export { runCommandLine } from './command-line/run-command-line.js';
export { version } from './version.js';
