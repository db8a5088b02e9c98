// `npm run demo:faults`: the command pushes through a storm of faults, is killed in between, and the end state is that of
// a calm day. Everything happens on sandboxes on this machine.
import { mkdtempSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { install } from './install.mjs';
import { environment, root, run } from './run.mjs';

const colourful = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code) => (text) => (colourful ? `\u001B[${code}m${text}\u001B[39m\u001B[22m` : text);
const [bold, dim, red, green, yellow] = [1, 2, 31, 32, 33].map(paint);

const command = join(root, 'packages', 'cli-host', 'bin', 'quotebridge.js');
const example = (name) => join(root, 'examples', name);
const folder = mkdtempSync(join(tmpdir(), 'quotebridge-storm-'));
const pushes = [
  ['A quote', ['lifecycle/1-quote.csv', 'AAAQ1010']],
  ['Its revision, with a file', ['lifecycle/2-revision.csv', 'AAAQ1010-01', 'quote.pdf']],
  ['The order: the opportunity is won', ['lifecycle/3-order.csv', 'AAAO1002']],
  ['A quote of 22 lines, with a file', ['quotes.csv', 'AAAQ1001', 'quote.pdf']],
];

/** What hits the requests of a push, one after the other and then from the start again. */
const storm = [
  ['the answer gets lost', { type: 'dropAfter' }],
  ['500 with a page', { type: 'htmlError' }],
  ['the request gets lost', { type: 'dropBefore' }],
  ['429', { type: 'rateLimit', retryAfter: 1 }],
  ['carried out, then 502', { type: 'badGateway', afterwards: true }],
  ['the token expires', { type: 'expireToken' }],
  ['connection reset after the commit', { type: 'resetAfter' }],
  ['half an answer', { type: 'truncate' }],
  ['no answer in time', { type: 'holdAfter' }],
];
const mostRuns = 12;
const started = [];
let strikes = 0;
let kills = 0;

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const { child } of started) child.kill();
    rmSync(folder, { recursive: true, force: true });
    process.exit(130);
  });
}

try {
  await install();
  await run('Building', 'npx', ['nx', 'run-many', '-t', 'build', '--parallel=2', '--outputStyle=static']);
  const [calm, stormy] = [await machine('calm'), await machine('stormy')];

  for (const [title, push] of pushes) {
    process.stdout.write(`\n${bold(title)}\n`);
    await calmPush(calm, push);
    await stormyPush(stormy, push);
  }
  await compare(calm, stormy);
} catch (error) {
  process.stdout.write(`\n${red('✗')} ${error.message}\n`);
  process.exitCode = 1;
} finally {
  await Promise.all(started.map(stop));
  rmSync(folder, { recursive: true, force: true });
}

/** A computer with a configuration and a state of its own, and a PSA of its own. */
async function machine(name) {
  const child = spawn(process.execPath, [command, 'sandbox', '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`the sandbox did not start (exit code ${code})`)));
  });
  const facts = JSON.parse(line);
  started.push({ child, facts });
  const settings = {
    'account.serverUrl': facts.url,
    'account.clientId': facts.clientId,
    'account.clientSecret.env': 'HALO_SECRET',
    'account.tenant': facts.tenant,
    'defaults.ticketType': 'Opportunity',
    'userMappings.users.dwhitfield': 'Dana Whitfield',
    'userMappings.users.erossi': 'Elena Rossi',
    'opportunity.completeOn': 'order',
    'opportunity.wonStatus': 'Won',
    'requests.timeoutSeconds': '1',
  };
  const config = join(folder, `${name}.yaml`);
  const state = join(folder, `${name}.sqlite`);
  const one = { name, facts, config, state };
  const set = Object.entries(settings).flatMap(([path, value]) => ['--set', `${path}=${value}`]);
  const { code, output } = await quotebridge(one, ['init', '--plugin', 'halopsa', ...set]).ended;
  if (code !== 0) throw new Error(output);
  return one;
}

function quotebridge({ facts, config, state }, parameters) {
  const child = spawn(process.execPath, [command, ...parameters, '--config', config, '--state', state], {
    cwd: folder,
    env: { ...environment, HALO_SECRET: facts.clientSecret, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  const ended = new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
  return { child, ended };
}

function parametersOf([file, number, attachment]) {
  const attached = attachment === undefined ? [] : ['--attach', example(attachment)];
  return ['push', example(file), '--doc', number, ...attached, '--yes', '--json'];
}

async function calmPush(one, push) {
  const { code, output } = await quotebridge(one, parametersOf(push)).ended;
  if (code !== 0) throw new Error(output);
  const requests = (await control(one, 'GET', 'requests')).length;
  await control(one, 'DELETE', 'requests');
  process.stdout.write(dim(`  on a calm day: ${requests} requests, no trouble\n`));
}

/** Runs the command again and again, with trouble at every other request and a kill in each first run, until it goes through. */
async function stormyPush(one, push) {
  for (let runs = 1; runs <= mostRuns; runs += 1) {
    await control(one, 'DELETE', 'requests');
    await control(one, 'DELETE', 'faults');
    const strength = Math.max(0, 5 - runs);
    const faults = Array.from({ length: strength * 3 }, (_, index) => ({
      match: { nth: 2 + index * 2 },
      fault: storm[(runs * 4 + index) % storm.length][1],
    }));
    if (runs <= 2)
      faults.push({
        match: { method: 'POST', path: '/api/', nth: runs },
        fault: { type: 'holdAfter', name: 'kill' },
      });
    if (faults.length > 0) await control(one, 'POST', 'faults', faults);
    const { child, ended } = quotebridge(one, parametersOf(push));
    const killed = runs <= 2 ? killWhenHeld(one, child) : Promise.resolve(false);
    const { code, output } = await ended;
    const wasKilled = await killed;
    await show(one, runs, wasKilled, code, output);
    if (code === 0) return;
  }
  throw new Error(`It did not go through in ${mostRuns} runs.`);
}

/** kill -9 while the PSA has carried out a write and the command does not know yet. */
async function killWhenHeld(one, child) {
  while (child.exitCode === null && child.signalCode === null) {
    const held = await control(one, 'GET', 'held');
    if (held.some(({ name }) => name === 'kill')) {
      child.kill('SIGKILL');
      kills += 1;
      return true;
    }
    await pause(10);
  }
  return false;
}

async function show(one, runs, wasKilled, code, output) {
  const requests = await control(one, 'GET', 'requests');
  process.stdout.write(dim(`  run ${runs}\n`));
  for (const { number, method, path, fault, status, stored } of requests) {
    if (fault === undefined || (wasKilled && number === requests.at(-1).number)) continue;
    strikes += 1;
    const what = storm.find(([, { type }]) => type === fault)?.[0] ?? fault;
    const fate = stored ? yellow('carried out') : dim(status === null ? 'not answered' : String(status));
    process.stdout.write(
      `    ${yellow('⚡')} ${method} ${path.replace('/api', '')}: ${what} ${dim('·')} ${fate}\n`,
    );
  }
  const error = /"message":"((?:[^"\\]|\\.)*)"/.exec(output)?.[1];
  if (wasKilled) {
    const { method, path, stored } = requests.at(-1);
    const fate = stored ? yellow('carried out') : dim('not carried out');
    process.stdout.write(
      `    ${red('☠')} ${method} ${path.replace('/api', '')}: killed with -9 before the answer came ${dim('·')} ${fate}\n`,
    );
  } else if (code === 0) process.stdout.write(`    ${green('✓')} through: ${outcomeOf(output)}\n`);
  else process.stdout.write(`    ${red('✗')} exit ${code}: ${(error ?? output).slice(0, 110)}\n`);
}

function outcomeOf(output) {
  const status = /"status":"(written|unchanged)"/.exec(output)?.[1] ?? 'done';
  const verdict = /"verdict":"(\w+)"/.exec(output)?.[1];
  return verdict === undefined ? status : `${status}, the money read back is ${verdict}`;
}

/** Both tenants side by side: how many records, and whether they say the same. */
async function compare(calm, stormy) {
  const states = await Promise.all([calm, stormy].map((one) => control(one, 'GET', 'state')));
  process.stdout.write(`\n${bold(`After ${strikes} faults and ${kills} kills`)}\n`);
  const rows = ['opportunities', 'quotes', 'lines', 'attachments', 'items', 'clients', 'users'];
  process.stdout.write(dim(`  ${'records'.padEnd(16)}calm  stormy\n`));
  let isEqual = true;
  for (const kind of rows) {
    const counts = states.map((state) => recordsOf(state, kind).length);
    const same = counts[0] === counts[1];
    isEqual &&= same;
    const mark = same ? green('✓') : red('✗');
    process.stdout.write(
      `  ${kind.padEnd(16)}${counts.map((count) => String(count).padStart(4)).join('    ')}  ${mark}\n`,
    );
  }
  for (const quote of ours(states[0])) {
    const marker = quote.third_party_number;
    const twin = ours(states[1]).filter((other) => other.third_party_number === marker);
    const figures = [quote, ...twin].map(
      ({ revenue, tax_total: tax, total }) => `${revenue} + ${tax} tax = ${total}`,
    );
    const same = twin.length === 1 && content(quote) === content(twin[0]);
    isEqual &&= same;
    process.stdout.write(
      `  ${marker.padEnd(24)}${figures.join(same ? ' = ' : ' ≠ ')}  ${same ? green('✓') : red('✗')}\n`,
    );
  }
  if (!isEqual) throw new Error('The stormy tenant is not what the calm one is.');
  process.stdout.write(
    `\n${green('✓')} The same records, the same lines, the same money. Nothing twice, nothing missing.\n`,
  );
  process.stdout.write('  Every fault at every request: npm run test:reliability, docs/reliability.md\n');
}

function recordsOf(state, kind) {
  return kind === 'lines' ? state.quotes.flatMap(({ lines }) => lines) : state[kind];
}

function ours(state) {
  return state.quotes.filter(({ third_party_number: marker }) => marker?.startsWith('quotebridge:'));
}

/** A quote without what differs from one tenant to another: ids and instants. */
function content(quote) {
  return JSON.stringify(quote, (key, value) => {
    if (/(^|_)id$|^qhid$|^customfields$/.test(key)) return undefined;
    return typeof value === 'string' && /T(?!12:00:00$|00:00:00$)\d\d:\d\d:\d\d/.test(value)
      ? 'an instant'
      : value;
  });
}

async function control({ facts }, method, path, body) {
  const answer = await fetch(`${facts.url}/__sandbox/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

async function stop({ child, facts }) {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(facts.pid, 'SIGTERM');
  await ended;
}
