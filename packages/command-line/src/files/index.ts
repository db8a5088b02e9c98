/** Files that people name: read with faults that say what they were wanted for, written whole. */
export { existingFolder, isFolder } from './existing-folder.js';
export { holdsOther } from './holds-other.js';
export { inputFileError, readFailure } from './input-file-error.js';
export { openInputFile } from './open-input-file.js';
export { readInputFile } from './read-input-file.js';
export type { Refusal, RefusalDetails } from './refusal.js';
export { refuseOtherFile } from './refuse-other-file.js';
export { utf8Text } from './utf8-text.js';
export { whileHeld } from './while-held.js';
export { writeFileWhole, type FileContent } from './write-file-whole.js';
