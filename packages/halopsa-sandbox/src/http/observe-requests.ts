import type { FastifyInstance, FastifyRequest } from 'fastify';
import { applyFaults } from '../faults/apply-faults.js';
import { breakAnswer } from '../faults/break-answer.js';
import { Query } from '../listing/query.js';
import { ApiError } from './api-error.js';
import { readJson } from './read-json.js';
import { redact } from './redact.js';
import type { LoggedRequest } from './request-log.js';
import type { SandboxState } from './sandbox-state.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The log entry of an API request; null for the control interface and the page. */
    logged: LoggedRequest | null;
    /** What a fault will do to the answer. */
    answerFault: 'dropAfter' | 'truncate' | null;
    json: unknown;
  }
}

/** Logs every API request, lets it meet its faults and the rate limit, and reads its body. */
export function observeRequests(app: FastifyInstance, state: SandboxState, closing: AbortSignal): void {
  app.decorateRequest('logged', null);
  app.decorateRequest('answerFault', null);
  app.decorateRequest('json', undefined);
  const started = new WeakMap<FastifyRequest, number>();

  app.addHook('onRequest', async (request, reply) => {
    if (!isApi(request)) return;
    started.set(request, performance.now());
    request.logged = state.log.start(request.method, pathOf(request), queryOf(request), state.world.now());
    await applyFaults(request, reply, state, closing);
    if (reply.sent) return;
    const throttled = state.rateLimit.admit(state.world.now());
    if (throttled) {
      const after = retryAfter(throttled.retryInMs, state);
      if (after !== undefined) void reply.header('retry-after', after);
      throw new ApiError(429, throttled.text);
    }
  });

  app.addHook('preHandler', async (request) => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const { logged } = request;
    if (logged && isTokenRequest(request)) {
      logged.body = redact(Object.fromEntries(new URLSearchParams(body.toString('utf8'))));
      return;
    }
    request.json = readJson(body);
    if (!logged) return;
    if (request.json !== undefined) logged.body = redact(request.json);
    logged.write = (request.method === 'POST' || request.method === 'DELETE') && !isValidation(request.json);
  });

  app.addHook('onSend', async (request, reply, payload) => breakAnswer(request, reply, payload));

  app.addHook('onResponse', async (request, reply) => {
    const { logged } = request;
    if (!logged) return;
    logged.duration = Math.round((performance.now() - (started.get(request) ?? 0)) * 1000) / 1000;
    if (logged.fault !== 'dropBefore' && logged.fault !== 'dropAfter') logged.status = reply.statusCode;
  });
}

/** Everything but the page and the control interface, unknown paths included. */
function isApi(request: FastifyRequest): boolean {
  const path = pathOf(request).toLowerCase();
  return path !== '/' && path !== '/favicon.ico' && !/^\/__sandbox(\/|$)/.test(path);
}

export function pathOf(request: FastifyRequest): string {
  return request.url.replace(/[?#].*$/s, '');
}

function isTokenRequest(request: FastifyRequest): boolean {
  return /^\/auth\/token\/?$/i.test(pathOf(request));
}

function queryOf(request: FastifyRequest): Record<string, string> {
  const entries = [...new Query(request.url).entries()];
  return redact(Object.fromEntries(entries)) as Record<string, string>;
}

function isValidation(body: unknown): boolean {
  const elements = Array.isArray(body) ? (body as unknown[]) : [body];
  return elements.some((element) => {
    if (typeof element !== 'object' || element === null) return false;
    const { _validate_only: forTickets, _validateonly: forQuotes } = element as Record<string, unknown>;
    return forTickets === true || forQuotes === true;
  });
}

function retryAfter(ms: number, state: SandboxState): string | undefined {
  const form = state.world.switches.get('retryAfter');
  if (form === 'none') return undefined;
  const seconds = Math.max(Math.ceil(ms / 1000), 1);
  return form === 'seconds' ? String(seconds) : new Date(state.world.now() + seconds * 1000).toUTCString();
}
