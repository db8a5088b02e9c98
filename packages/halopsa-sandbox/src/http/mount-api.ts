import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { permits } from '../auth/scopes.js';
import { Query } from '../listing/query.js';
import { forbidden, unauthorized } from './api-error.js';
import type { ApiAnswer, ApiRoute } from './api-route.js';
import { apiRoutes } from './api-routes.js';
import type { SandboxState } from './sandbox-state.js';

/** Serves every route of the API with and without `/api`. */
export function mountApi(app: FastifyInstance, state: SandboxState): void {
  for (const route of apiRoutes) {
    for (const prefix of ['', '/api']) {
      app.route({
        method: route.method,
        url: `${prefix}${route.path}`,
        onRequest: async (request) => authorize(request, route, state),
        handler: async (request, reply) => send(route.handle(callOf(request), state), request, reply),
      });
    }
  }
}

/** @throws {ApiError} 401 without a valid token, 403 when its scopes do not reach */
function authorize(request: FastifyRequest, { scopes }: ApiRoute, state: SandboxState): void {
  if (scopes === 'open') return;
  const { switches, now } = state.world;
  const granted = state.tokens.scopesOf(request.headers.authorization, now());
  if (!granted) throw unauthorized();
  const wanted = scopes === 'setup' ? switches.get('setupReadScopes') : scopes;
  if (!permits(granted, wanted, switches.get('scopeRule'))) throw forbidden();
}

function callOf(request: FastifyRequest) {
  const { id = '' } = request.params as { id?: string };
  return {
    query: new Query(request.url),
    id: /^\d{1,10}$/.test(id) ? Number(id) : 0,
    body: request.json,
    origin: `${request.protocol}://${request.host}`,
  };
}

async function send(answer: ApiAnswer, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (request.logged && answer.stored === true) request.logged.stored = true;
  void reply.code(answer.status ?? 200).headers(answer.headers ?? {});
  if (Buffer.isBuffer(answer.body)) return reply.send(answer.body);
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer.body));
}
