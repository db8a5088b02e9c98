import { ApiError, bindingError } from './api-error.js';

/** Deeper bodies are refused: nothing in the API nests that far. */
const greatestDepth = 64;

/**
 * Parses a JSON body; an empty one is undefined.
 * @throws {ApiError} 400
 */
export function readJson(body: Buffer): unknown {
  const text = body.toString('utf8').replace(/^\uFEFF/, '');
  if (text.trim() === '') return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw bindingError([['', [error instanceof Error ? error.message : 'The body is not valid JSON.']]]);
  }
  if (isDeeperThan(greatestDepth, parsed))
    throw new ApiError(400, { error: 'The body is nested too deeply.' });
  return parsed;
}

function isDeeperThan(depth: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((entry) => isDeeperThan(depth - 1, entry));
}
