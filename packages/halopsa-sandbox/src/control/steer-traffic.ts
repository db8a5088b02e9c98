import type { FastifyInstance } from 'fastify';
import { ApiError } from '../http/api-error.js';
import type { SandboxState } from '../http/sandbox-state.js';

/** Held requests, the rate limit and the clock, as `/__sandbox` serves them. */
export function steerTraffic(app: FastifyInstance, state: SandboxState): void {
  app.get('/__sandbox/held', async () => state.holds.entries);
  app.post('/__sandbox/release', async (request) => {
    const { name, drop = false } = object(request.json);
    if (name !== undefined && typeof name !== 'string') throw wrong('name must be a text.');
    if (typeof drop !== 'boolean') throw wrong('drop must be true or false.');
    return { released: state.holds.release(name, drop ? 'drop' : 'go') };
  });

  app.get('/__sandbox/rate-limit', async () => limitOf(state));
  app.post('/__sandbox/rate-limit', async (request) => {
    const { requests, windowMs, others, off = false } = object(request.json);
    if (off === true) state.rateLimit.change(false);
    else if (requests !== undefined || windowMs !== undefined) {
      if (!isCount(requests) || !isCount(windowMs))
        throw wrong('requests and windowMs must be whole numbers from 1.');
      state.rateLimit.change({ requests, windowMs });
    }
    if (others !== undefined) {
      if (!isCount(others)) throw wrong('others must be a whole number from 1.');
      state.rateLimit.count(others, state.world.now());
    }
    return limitOf(state);
  });

  app.get('/__sandbox/clock', async () => clockOf(state));
  app.post('/__sandbox/clock', async (request) => {
    const { offsetMs } = object(request.json);
    if (typeof offsetMs !== 'number' || !Number.isInteger(offsetMs))
      throw wrong('offsetMs must be whole milliseconds.');
    state.clockOffset = offsetMs;
    return clockOf(state);
  });
}

function limitOf({ rateLimit, world }: SandboxState): Record<string, unknown> {
  return rateLimit.isOff ? { off: true } : { ...rateLimit.figures, used: rateLimit.used(world.now()) };
}

function clockOf({ clockOffset, world }: SandboxState): Record<string, unknown> {
  return { offsetMs: clockOffset, now: new Date(world.now()).toISOString() };
}

function object(body: unknown): Record<string, unknown> {
  if (body === undefined) return {};
  if (typeof body === 'object' && body !== null && !Array.isArray(body))
    return body as Record<string, unknown>;
  throw wrong('Send an object.');
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1;
}

function wrong(error: string): ApiError {
  return new ApiError(400, { error });
}
