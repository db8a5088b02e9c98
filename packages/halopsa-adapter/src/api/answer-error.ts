import { QuotebridgeError, type HttpResponse } from '@quotebridge/core/plugin';
import type { Entity } from './entities.js';
import { faultMessage, fieldFaults } from './fault-message.js';

export interface AnsweredRequest {
  readonly entity: Entity;
  readonly effect: 'read' | 'write' | 'delete';
  readonly server: string;
}

const doing = { read: 'reading', write: 'writing', delete: 'deleting' } as const;

/**
 * The one place that turns an answer of the API that cannot be used into an error. It looks at status and body only,
 * and the body comes without the token (`withoutSecrets`).
 */
export function answerError(
  { entity, effect, server }: AnsweredRequest,
  response: HttpResponse,
): QuotebridgeError {
  const { status, json } = response;
  const what = `${doing[effect]} the ${entity.noun}`;
  const arrived = effect === 'read' ? {} : { arrived: 'no' as const };
  if (status === 401) {
    return new QuotebridgeError('auth.rejected', `HaloPSA at ${server} refused a new token while ${what}.`, {
      status,
      ...arrived,
      next: 'Check that the API application is active and that its agent may sign in.',
    });
  }
  if (status === 403) {
    const scope = entity.scopes[effect === 'read' ? 'read' : 'write'];
    const right = effect === 'delete' ? `the right to delete ${entity.nouns}` : 'the same right';
    return new QuotebridgeError(
      'permission.missing',
      `HaloPSA does not permit ${what}: it may need ${scope.includes(' ') ? 'the scopes' : 'the scope'} ${scope}.`,
      {
        status,
        ...arrived,
        next: `Grant ${scope} on the application’s Permissions tab, and ${right} to the agent that it logs in as.`,
      },
    );
  }
  if (status >= 400 && status < 500) {
    const faults = fieldFaults(json);
    const said = status === 404 ? 'there is no such record' : faultMessage(response);
    return new QuotebridgeError('remote.rejected', `HaloPSA rejected ${what}: ${said}`, {
      status,
      ...arrived,
      ...(faults.length > 0 ? { faults } : {}),
      next: 'Change what is sent, or what HaloPSA demands for this record.',
    });
  }
  return unexpectedAnswer({ entity, effect, server }, response);
}

/** For an answer that is no JSON, a redirect, or of another shape than this kind of request has. */
export function unexpectedAnswer(request: AnsweredRequest, { status }: HttpResponse): QuotebridgeError {
  const { entity, effect, server } = request;
  const redirect = status >= 300 && status < 400;
  return new QuotebridgeError(
    'remote.unexpected',
    `${server} answered ${redirect ? 'with a redirect' : 'in an unknown form'} (status ${status}) where HaloPSA’s ${entity.noun} was expected.`,
    {
      status,
      ...(effect === 'read' ? {} : { arrived: redirect ? ('no' as const) : ('unknown' as const) }),
      next: redirect
        ? 'Check the setting /account/serverUrl: use the address that people end up at after signing in.'
        : 'Check the setting /account/serverUrl; if it is right, report this.',
    },
  );
}
