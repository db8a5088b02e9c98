import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../http/api-error.js';
import type { SandboxState } from '../http/sandbox-state.js';
import type { Fault } from './fault.js';

/**
 * Lets a request meet its faults before it is handled. Drops the connection or waits here; refusals are thrown.
 * @throws {ApiError} for a fault that answers
 */
export async function applyFaults(
  request: FastifyRequest,
  reply: FastifyReply,
  state: SandboxState,
  closing: AbortSignal,
): Promise<void> {
  const path = request.url.replace(/[?#].*$/s, '');
  for (const fault of state.faults.take(request.method, path)) {
    if (request.logged) request.logged.fault = fault.type;
    switch (fault.type) {
      case 'delay':
        await wait(fault.ms ?? 1000, undefined, { signal: closing }).catch(() => undefined);
        break;
      case 'expireToken':
        state.tokens.revoke(request.headers.authorization);
        break;
      case 'dropAfter':
      case 'truncate':
        request.answerFault = fault.type;
        break;
      case 'dropBefore':
        reply.hijack();
        request.raw.socket.destroy();
        return;
      default:
        refuse(fault, reply);
    }
  }
}

function refuse(fault: Fault['fault'], reply: FastifyReply): never {
  if (fault.type === 'rateLimit') {
    if (fault.retryAfter !== undefined) void reply.header('retry-after', String(fault.retryAfter));
    throw new ApiError(429, 'API calls quota exceeded! maximum admitted 700 per 5m.');
  }
  if (fault.type === 'serverError')
    throw new ApiError(500, { ClassName: 'System.Exception', Message: 'An error has occurred.' });
  const [status, title] =
    fault.type === 'badGateway' ? ([502, '502 Bad Gateway'] as const) : ([500, 'Server Error'] as const);
  throw new ApiError(
    status,
    `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
    'text/html; charset=utf-8',
  );
}
