import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../http/api-error.js';
import type { SandboxState } from '../http/sandbox-state.js';
import { pathOf } from '../http/path-of.js';
import { faultyAnswer } from './faulty-answer.js';

/**
 * Lets a request meet its faults before it is handled. Drops the connection or waits here; refusals are thrown. What is to
 * happen later, once its body is read or its answer is ready, is noted in the request.
 * @throws {ApiError} for a fault that answers
 */
export async function applyFaults(
  request: FastifyRequest,
  reply: FastifyReply,
  state: SandboxState,
  closing: AbortSignal,
): Promise<void> {
  for (const fault of state.faults.take(request.method, pathOf(request))) {
    if (request.logged) request.logged.fault = fault.type;
    switch (fault.type) {
      case 'delay':
        await wait(fault.ms ?? 1000, undefined, { signal: closing }).catch(() => undefined);
        break;
      case 'expireToken':
        state.tokens.revoke(request.headers.authorization);
        break;
      case 'hold':
        request.holdFault = fault;
        break;
      case 'dropAfter':
      case 'resetAfter':
      case 'holdAfter':
      case 'truncate':
        request.answerFault = fault;
        break;
      case 'dropBefore':
      case 'resetBefore':
        reply.hijack();
        if (fault.type === 'dropBefore') request.raw.socket.destroy();
        else request.raw.socket.resetAndDestroy();
        return;
      default: {
        if (fault.afterwards === true) {
          request.answerFault = fault;
          break;
        }
        const refusal = faultyAnswer(fault, state);
        if (refusal === undefined) break;
        void reply.headers(refusal.headers ?? {});
        throw new ApiError(refusal.status, refusal.body, refusal.contentType);
      }
    }
  }
}
