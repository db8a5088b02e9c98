export { generateJoin } from './codegen/generate-join.js';
