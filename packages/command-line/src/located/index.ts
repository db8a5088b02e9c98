/** YAML and JSON whose values know their places in the file. */
export { jsonPointer, pointerSegments } from './json-pointer.js';
export { parseOptions } from './parse-options.js';
export { parseLocated, type Located, type Place } from './parse-located.js';
