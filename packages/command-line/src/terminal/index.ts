/** What is shown to people and programs. */
export { counted } from './counted.js';
export { durationText } from './duration-text.js';
export { Interruption } from './interruption.js';
export { isoMoment, momentText } from './moment-text.js';
export { nearestTo } from './nearest-to.js';
export { ProgressLine } from './progress-line.js';
export { grouped, progressText, type ProgressState, type Tracked } from './progress-text.js';
export { sizeText } from './size-text.js';
export { Terminal, type Colours } from './terminal.js';
export { usageFault } from './usage-fault.js';
export { escapedJson, visible, visibleButColours, visibleText } from './visible-text.js';
