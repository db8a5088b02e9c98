import type { FastifyInstance, FastifyRequest } from 'fastify';
import { applyFaults } from '../faults/apply-faults.js';
import { breakAnswer } from '../faults/break-answer.js';
import type { Fault } from '../faults/fault.js';
import { holdRequest } from '../faults/hold-request.js';
import { Query } from '../listing/query.js';
import { ApiError } from './api-error.js';
import { pathOf } from './path-of.js';
import { readJson } from './read-json.js';
import { redact } from './redact.js';
import type { LoggedRequest } from './request-log.js';
import type { SandboxState } from './sandbox-state.js';
import { throttledAnswer } from './throttled-answer.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The log entry of an API request; null for the control interface and the page. */
    logged: LoggedRequest | null;
    /** The fault that holds the request back once it is read. */
    holdFault: Fault['fault'] | null;
    /** The fault that will spoil the answer. */
    answerFault: Fault['fault'] | null;
    json: unknown;
  }
}

/** Logs every API request, lets it meet its faults and the rate limit, and reads its body. */
export function observeRequests(app: FastifyInstance, state: SandboxState, closing: AbortSignal): void {
  app.decorateRequest('logged', null);
  app.decorateRequest('holdFault', null);
  app.decorateRequest('answerFault', null);
  app.decorateRequest('json', undefined);
  const started = new WeakMap<FastifyRequest, number>();

  app.addHook('onRequest', async (request, reply) => {
    if (!isApi(request)) return;
    started.set(request, performance.now());
    request.logged = state.log.start(request.method, pathOf(request), queryOf(request), state.world.now());
    await applyFaults(request, reply, state, closing);
    if (reply.sent) return;
    const counts = state.world.switches.get('refusedRequestsCount');
    const retryInMs = state.rateLimit.admit(state.world.now(), counts);
    if (retryInMs === undefined) return;
    const after = retryAfter(retryInMs, state);
    if (after !== undefined) void reply.header('retry-after', after);
    const refusal = throttledAnswer(state);
    throw new ApiError(refusal.status, refusal.body, refusal.contentType);
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

  app.addHook('preHandler', async (request, reply) => {
    if (!request.holdFault) return;
    if ((await holdRequest(request, request.holdFault, state, closing)) === 'go') return;
    reply.hijack();
    request.raw.socket.destroy();
  });

  app.addHook('onSend', async (request, reply, payload) => {
    if (request.logged) void reply.header('date', new Date(state.world.now()).toUTCString());
    return breakAnswer(request, reply, payload, state, closing);
  });

  app.addHook('onResponse', async (request, reply) => {
    const { logged } = request;
    if (!logged) return;
    logged.duration = Math.round((performance.now() - (started.get(request) ?? 0)) * 1000) / 1000;
    if (!request.raw.socket.destroyed) logged.status = reply.statusCode;
  });
}

/** Everything but the page and the control interface, unknown paths included. */
function isApi(request: FastifyRequest): boolean {
  const path = pathOf(request).toLowerCase();
  return path !== '/' && path !== '/favicon.ico' && !/^\/__sandbox(\/|$)/.test(path);
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
