import type { JsonObject } from './json.js';

export interface Logger {
  debug(message: string, data?: JsonObject): void;
  info(message: string, data?: JsonObject): void;
  warn(message: string, data?: JsonObject): void;
}

export const silentLogger: Logger = { debug: () => {}, info: () => {}, warn: () => {} };
