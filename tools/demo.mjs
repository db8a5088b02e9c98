// `npm run demo`: the whole path in a few steps, on a sandbox on this machine, with the commands a person would type.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install } from './install.mjs';
import { environment, root, run, show } from './run.mjs';

const colourful = process.stdout.isTTY && !process.env.NO_COLOR;
const bold = (text) => (colourful ? `\u001B[1m${text}\u001B[22m` : text);
const cyan = (text) => (colourful ? `\u001B[36m${text}\u001B[39m` : text);
const dim = (text) => (colourful ? `\u001B[2m${text}\u001B[22m` : text);

const command = join(root, 'packages', 'cli-host', 'bin', 'quotebridge.js');
const examples = join(root, 'examples');
const document = join(examples, 'quotes.csv');
const attachment = join(examples, 'quote.pdf');
/** One deal on three days. */
const lifecycle = ['1-quote.csv', '2-revision.csv', '3-order.csv'];
const folder = mkdtempSync(join(tmpdir(), 'quotebridge-demo-'));
let sandbox;
let steps = 0;

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    sandbox?.child.kill();
    rmSync(folder, { recursive: true, force: true });
    process.exit(130);
  });
}

try {
  await install();
  await run('Building', 'npx', ['nx', 'run-many', '-t', 'build', '--parallel=2', '--outputStyle=static']);

  title('A sandbox: a HaloPSA-compatible server with a made-up tenant', ['sandbox', '--port', '0', '--json']);
  sandbox = await startSandbox();
  const { url, clientId, clientSecret, tenant } = sandbox.facts;
  process.stdout.write(`The sandbox answers at ${url}\n`);

  await quotebridge('A connection, kept in quotebridge.yaml; the secret stays in the environment', [
    'init',
    '--plugin',
    'halopsa',
    ...settings({
      'account.serverUrl': url,
      'account.clientId': clientId,
      'account.clientSecret.env': 'HALO_SECRET',
      'account.tenant': tenant,
      'defaults.ticketType': 'Opportunity',
      'userMappings.users.dwhitfield': 'Dana Whitfield',
    }),
  ]);
  await quotebridge('The item catalogue, into the cache', ['items', 'sync']);

  const push = ['push', 'quotes.csv', '--doc', 'AAAQ1001', '--attach', 'quote.pdf', '--yes'];
  writeFileSync(join(folder, 'quotes.csv'), readFileSync(document));
  writeFileSync(join(folder, 'quote.pdf'), readFileSync(attachment));
  await quotebridge('A quote becomes an opportunity and a quote in the PSA: plan, requests, result', [
    ...push,
    '--verbose',
  ]);
  await quotebridge('The same again: nothing is written', push);

  changeOneLine(join(folder, 'quotes.csv'));
  process.stdout.write(dim('\nIn quotes.csv one price goes from 22.00 to 23.00.\n'));
  await quotebridge('One line has changed: one line is written', push);

  for (const name of lifecycle)
    writeFileSync(join(folder, name), readFileSync(join(examples, 'lifecycle', name)));
  process.stdout.write(dim('\nAnother deal, from the quote to the order.\n'));
  await quotebridge('Who is who: a user of the quoting tool is an agent of the PSA', [
    'mappings',
    'users',
    'set',
    'erossi',
    'Elena Rossi',
  ]);
  await quotebridge('A quote', ['push', '1-quote.csv', '--doc', 'AAAQ1010', '--yes']);
  await quotebridge('Its revision updates the same opportunity and the same quote', [
    'push',
    '2-revision.csv',
    '--doc',
    'AAAQ1010-01',
    '--yes',
  ]);
  await quotebridge('An order completes an opportunity as won, when that is set', [
    'init',
    ...settings({ 'opportunity.completeOn': 'order', 'opportunity.wonStatus': 'Won' }),
  ]);
  await quotebridge('The order: the opportunity is won, with the value of the order and a PDF of it', [
    'push',
    '3-order.csv',
    '--doc',
    'AAAO1002',
    '--render',
    '--yes',
  ]);
  await quotebridge('What HaloPSA has now', ['opportunities', 'list', '--client', '104']);

  process.stdout.write(
    `\n${bold('Done.')} Try it yourself: npx quotebridge sandbox, then npx quotebridge init\n`,
  );
} catch (error) {
  process.stdout.write(`\n✗ ${error.message}\n`);
  process.exitCode = 1;
} finally {
  await stopSandbox();
  rmSync(folder, { recursive: true, force: true });
}

function title(text, parameters) {
  steps += 1;
  const line = parameters.join(' ').replaceAll(' --set ', ' \\\n    --set ');
  process.stdout.write(`\n${bold(`${steps}. ${text}`)}\n${cyan(`$ quotebridge ${line}`)}\n`);
}

async function quotebridge(text, parameters) {
  title(text, parameters);
  const secret = sandbox.facts.clientSecret;
  const code = await show(process.execPath, [command, ...parameters], {
    cwd: folder,
    env: { ...environment, HALO_SECRET: secret },
    shell: false,
  });
  if (code !== 0) throw new Error(`quotebridge ${parameters[0]} ended with exit code ${code}`);
}

function settings(values) {
  return Object.entries(values).flatMap(([path, value]) => ['--set', `${path}=${value}`]);
}

/** One recurring line of AAAQ1001 gets another price, as the quoting tool would export it. */
function changeOneLine(path) {
  const text = readFileSync(path, 'utf8');
  const start = text.indexOf(',M365-BP,');
  const changed = text.slice(0, start) + text.slice(start).replace(',22.00,198.00,', ',23.00,207.00,');
  if (start < 0 || changed === text) throw new Error('the example has no such line');
  writeFileSync(path, changed);
}

/** Starts the sandbox as a process of its own and waits for the line it prints when it answers. */
async function startSandbox() {
  const child = spawn(process.execPath, [command, 'sandbox', '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`the sandbox did not start (exit code ${code})`)));
  });
  return { child, facts: JSON.parse(line) };
}

async function stopSandbox() {
  if (sandbox === undefined || sandbox.child.exitCode !== null) return;
  const ended = new Promise((resolve) => sandbox.child.once('exit', resolve));
  process.kill(sandbox.facts.pid, 'SIGTERM');
  await ended;
}
