import type { FastifyRequest } from 'fastify';
import type { SandboxState } from '../http/sandbox-state.js';
import type { Fault } from './fault.js';
import type { Release } from './hold-desk.js';

/** Keeps a request, or the answer to it, until it is released. */
export function holdRequest(
  request: FastifyRequest,
  fault: Fault['fault'],
  state: SandboxState,
  closing: AbortSignal,
): Promise<Release> {
  const { socket } = request.raw;
  const gone = new AbortController();
  const leave = (): void => gone.abort();
  socket.once('close', leave);
  closing.addEventListener('abort', leave, { once: true });
  if (socket.destroyed) leave();
  const number = request.logged?.number ?? 0;
  const held = {
    name: fault.name ?? String(number),
    method: request.method,
    path: request.logged?.path ?? request.url,
    number,
    carriedOut: fault.type === 'holdAfter',
  };
  return state.holds.wait(held, gone.signal).finally(() => {
    socket.removeListener('close', leave);
    closing.removeEventListener('abort', leave);
  });
}
