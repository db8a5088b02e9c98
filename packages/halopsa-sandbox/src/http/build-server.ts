import type { IncomingMessage } from 'node:http';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { mountAuth } from '../auth/mount-auth.js';
import { mountControl } from '../control/mount-control.js';
import { mountPage } from '../page/mount-page.js';
import { ApiError, notFound } from './api-error.js';
import { mountApi } from './mount-api.js';
import { observeRequests } from './observe-requests.js';
import { bodyLimit, readBody } from './read-body.js';
import type { SandboxState } from './sandbox-state.js';

/** The HTTP server of a sandbox, not yet listening. `closing` ends what would outlive it. */
export function buildServer(state: SandboxState, closing: AbortSignal): FastifyInstance {
  const app = fastify({
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    routerOptions: { caseSensitive: false, ignoreTrailingSlash: true, maxParamLength: 200 },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', async (request: FastifyRequest, payload: IncomingMessage) => {
    const announced = Number(request.headers['content-length']);
    return readBody(payload, Number.isFinite(announced) ? announced : undefined, bodyLimit(state.world));
  });
  app.setErrorHandler(async (error, _request, reply) => {
    const refusal = asRefusal(error);
    const { body } = refusal;
    if (body === '') return reply.code(refusal.status).send();
    const payload = typeof body === 'string' ? body : JSON.stringify(body);
    return reply.code(refusal.status).type(refusal.contentType).send(payload);
  });
  app.setNotFoundHandler(() => {
    throw notFound();
  });
  observeRequests(app, state, closing);
  mountAuth(app, state);
  mountApi(app, state);
  mountControl(app, state);
  mountPage(app, state);
  return app;
}

/** Errors of the HTTP layer keep their status; anything else is a fault of the sandbox and says so. */
function asRefusal(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const { statusCode, message } = error as { statusCode?: number; message?: string };
  const status = statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? statusCode : 500;
  return new ApiError(status, {
    ClassName: 'System.Exception',
    Message: message ?? 'An error has occurred.',
  });
}
