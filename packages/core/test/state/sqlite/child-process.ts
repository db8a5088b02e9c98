// Run as a process of its own: writes, counts and takes a lease many times over, then prints what it got.
import { openSqliteState } from '../../../src/state/sqlite/open-sqlite-state.js';

const [path = '', name = '', rounds = '0'] = process.argv.slice(2);
const state = await openSqliteState({ path });
let leases = 0;
let requests = 0;
for (let round = 0; round < Number(rounds); round += 1) {
  await state.commit('main', 'Q1', {
    bind: [{ kind: 'line', key: `${name}-${round}`, recordId: name, image: { wanted: {}, stored: {} } }],
  });
  const free = await state.requests.update('main', ({ entries }) => {
    const entry = { id: `${name}-${round}`, at: 1_000, requests: 1, kind: 'sent' as const };
    return entries.length < 40 ? { result: true, put: [entry] } : { result: false };
  });
  if (free) requests += 1;
  if (await state.takeLease(`lease-${round}`, name, 1_000, 0)) leases += 1;
}
await state[Symbol.asyncDispose]();
process.stdout.write(JSON.stringify({ leases, requests }));
