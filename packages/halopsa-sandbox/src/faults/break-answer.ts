import type { FastifyReply, FastifyRequest } from 'fastify';

/** Cuts an answer in half, or drops the connection in place of it. The request has been carried out by then. */
export function breakAnswer(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  if (request.answerFault === 'dropAfter') {
    request.raw.socket.destroy();
    return payload;
  }
  if (request.answerFault !== 'truncate' || typeof payload !== 'string') return payload;
  reply.removeHeader('content-length');
  return payload.slice(0, Math.floor(payload.length / 2));
}
