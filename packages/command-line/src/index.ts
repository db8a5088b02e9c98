/** What a program needs before its first line is printed. Everything else has an entry of its own, to be loaded late. */
export { completionCommand } from './completion/completion-command.js';
export { collected } from './program/collected.js';
export type { CommandContext } from './program/command-context.js';
export { addCommonOptions, commonOptionsOf, type CommonOptions } from './program/common-options.js';
export { finishedProgram } from './program/finished-program.js';
export { helpCommand } from './program/help-command.js';
export { helpExamples } from './program/help-examples.js';
export { lateAction, type Action, type LateSetting } from './program/late-action.js';
export { runProgram, type ProgramParts } from './program/run-program.js';
export { positiveNumber, wholeNumber } from './program/whole-number.js';
