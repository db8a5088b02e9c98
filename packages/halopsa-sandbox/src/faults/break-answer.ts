import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SandboxState } from '../http/sandbox-state.js';
import { faultyAnswer } from './faulty-answer.js';
import { holdRequest } from './hold-request.js';

/** Spoils the answer to a request that has been carried out: drops, delays, cuts or replaces it. */
export async function breakAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  state: SandboxState,
  closing: AbortSignal,
): Promise<unknown> {
  const fault = request.answerFault;
  if (fault === null) return payload;
  switch (fault.type) {
    case 'dropAfter':
      request.raw.socket.destroy();
      return payload;
    case 'resetAfter':
      request.raw.socket.resetAndDestroy();
      return payload;
    case 'holdAfter':
      if ((await holdRequest(request, fault, state, closing)) !== 'go') request.raw.socket.destroy();
      return payload;
    case 'truncate':
      if (typeof payload !== 'string') return payload;
      reply.removeHeader('content-length');
      return payload.slice(0, Math.floor(payload.length / 2));
    default:
      return replaced(reply, faultyAnswer(fault, state));
  }
}

function replaced(reply: FastifyReply, answer: ReturnType<typeof faultyAnswer>): string {
  if (answer === undefined) return '';
  const { status, body, contentType, headers } = answer;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  reply.removeHeader('content-length');
  void reply.code(status).headers(headers ?? {});
  void reply.header(
    'content-type',
    contentType ??
      (typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8'),
  );
  return text;
}
