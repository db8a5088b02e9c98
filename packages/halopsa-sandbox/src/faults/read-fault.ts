import { faultTypes, type Fault, type FaultType } from './fault.js';
import { pathExpression } from './path-expression.js';

/** Thrown for a posted fault that makes no sense. */
export class InvalidFaultError extends Error {
  override readonly name = 'InvalidFaultError';
}

/**
 * Reads one fault or a list of them.
 * @throws {InvalidFaultError} saying what is wrong
 */
export function readFaults(body: unknown): Fault[] {
  return (Array.isArray(body) ? body : [body]).map(readFault);
}

function readFault(value: unknown): Fault {
  const { match = {}, times, fault } = asRecord(value, 'A fault');
  const { type, ms, retryAfter, text, location, name, status, afterwards } = asRecord(fault, 'fault');
  const { method, path, nth } = asRecord(match, 'match');
  if (!faultTypes.includes(type as FaultType)) {
    throw new InvalidFaultError(`fault.type must be one of ${faultTypes.join(', ')}.`);
  }
  requireCount(times, 'times');
  requireCount(nth, 'match.nth');
  if (ms !== undefined && !(typeof ms === 'number' && ms >= 0))
    throw new InvalidFaultError('fault.ms must be milliseconds.');
  for (const [place, given] of Object.entries({
    'match.method': method,
    'match.path': path,
    'fault.text': text,
    'fault.location': location,
    'fault.name': name,
  })) {
    if (given !== undefined && typeof given !== 'string')
      throw new InvalidFaultError(`${place} must be a text.`);
  }
  if (type === 'redirect' && location === undefined)
    throw new InvalidFaultError('fault.location must say where a redirect leads.');
  if (
    status !== undefined &&
    !(Number.isInteger(status) && [301, 302, 303, 307, 308].includes(status as number))
  )
    throw new InvalidFaultError('fault.status must be 301, 302, 303, 307 or 308.');
  if (afterwards !== undefined && typeof afterwards !== 'boolean')
    throw new InvalidFaultError('fault.afterwards must be true or false.');
  if (retryAfter !== undefined && typeof retryAfter !== 'string' && typeof retryAfter !== 'number') {
    throw new InvalidFaultError('fault.retryAfter must be seconds or an HTTP date.');
  }
  requireExpression(path);
  return value as Fault;
}

function asRecord(value: unknown, what: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new InvalidFaultError(`${what} must be an object.`);
}

function requireCount(value: unknown, name: string): void {
  const fits = value === undefined || (Number.isInteger(value) && (value as number) >= 1);
  if (!fits) throw new InvalidFaultError(`${name} must be a whole number from 1.`);
}

function requireExpression(path: unknown): void {
  try {
    if (typeof path === 'string') pathExpression(path);
  } catch {
    throw new InvalidFaultError('match.path is not a valid regular expression.');
  }
}
