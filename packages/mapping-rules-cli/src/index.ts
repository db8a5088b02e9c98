/** The command as a function, for people who embed it. The command itself starts in `main.ts`. */
export { runCommandLine } from './command-line/run-command-line.js';
export { version } from './version.js';
/** Reading and writing lines as `run` does it, for whoever measures it against a bare copy. */
export { csvWriter } from './data/csv/csv-writer.js';
export { namedInput } from './data/named-input.js';
export { readData } from './data/read-data.js';
export { writeData } from './data/write-data.js';
