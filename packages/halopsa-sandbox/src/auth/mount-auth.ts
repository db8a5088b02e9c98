import type { FastifyInstance } from 'fastify';
import type { SandboxState } from '../http/sandbox-state.js';
import { Query } from '../listing/query.js';
import { issueToken } from './issue-token.js';

/** The authorisation server: the token endpoint and its discovery document. */
export function mountAuth(app: FastifyInstance, state: SandboxState): void {
  app.post('/auth/token', async (request, reply) => {
    const text = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
    const form = new Map(new URLSearchParams(text));
    const tenant = new Query(request.url).text('tenant') ?? form.get('tenant');
    return reply.send(issueToken({ form, tenant }, state));
  });

  app.get('/auth/.well-known/openid-configuration', async (request) => {
    const issuer = `${request.protocol}://${request.host}/auth`;
    return { issuer, token_endpoint: `${issuer}/token`, grant_types_supported: ['client_credentials'] };
  });
}
