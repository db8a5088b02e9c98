import type { FastifyInstance } from 'fastify';
import { InvalidFaultError, readFaults } from '../faults/read-fault.js';
import { ApiError } from '../http/api-error.js';
import type { SandboxState } from '../http/sandbox-state.js';
import { InvalidSwitchError } from '../switches/switch-board.js';
import { dumpState } from './dump-state.js';
import { steerTraffic } from './steer-traffic.js';

/** What tests and demos steer the sandbox with: no token, not logged, not counted. */
export function mountControl(app: FastifyInstance, state: SandboxState): void {
  app.get('/__sandbox/requests', async () => state.log.entries);
  app.delete('/__sandbox/requests', async () => {
    state.log.clear();
    return { cleared: true };
  });

  app.get('/__sandbox/faults', async () => state.faults.entries);
  app.post('/__sandbox/faults', async (request, reply) => {
    const faults = refusing(InvalidFaultError, () => readFaults(request.json));
    for (const fault of faults) state.faults.add(fault);
    return reply.code(201).send(state.faults.entries);
  });
  app.delete('/__sandbox/faults', async () => {
    state.faults.clear();
    return { cleared: true };
  });

  app.get('/__sandbox/switches', async () => state.world.switches.values);
  app.post('/__sandbox/switches', async (request) => {
    refusing(InvalidSwitchError, () => state.world.switches.change(request.json));
    return state.world.switches.values;
  });

  steerTraffic(app, state);

  app.post('/__sandbox/reset', async () => {
    state.reset();
    return { reset: true };
  });
  app.post('/__sandbox/keep', async () => {
    state.keep();
    return { kept: true };
  });
  app.delete('/__sandbox/keep', async () => {
    state.forgetKept();
    return { kept: false };
  });
  app.get('/__sandbox/tokens', async () => state.tokens.issued);
  app.get('/__sandbox/state', async (request) => {
    const { only = '' } = request.query as { only?: string };
    return dumpState(state.world, only === '' ? [] : only.split(','));
  });
}

/** Turns an expected error into a 400 that says what is wrong. */
function refusing<Result>(expected: new (message: string) => Error, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    if (error instanceof expected) throw new ApiError(400, { error: error.message });
    throw error;
  }
}
