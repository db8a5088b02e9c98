import type { FastifyRequest } from 'fastify';

/** The path a request asks for, without its query. */
export function pathOf(request: FastifyRequest): string {
  return request.url.replace(/[?#].*$/s, '');
}
