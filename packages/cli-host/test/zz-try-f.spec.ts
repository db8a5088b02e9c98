import { Workplace, example } from './harness/workplace.js';
import { copyFileSync, readFileSync } from 'node:fs';
it('x', async function () {
  this.timeout(120000);
  await using place = await Workplace.open();
  const run = async (...args: string[]) => { const e = await place.run(args); console.log(`$ ${args.join(' ')}  [${e.code}]\n${e.stdout}${e.stderr}`); return e; };
  copyFileSync(example('quotes.csv'), place.path('quotes.csv'));
  await run('doctor');
  await run('doctor', '--documents', 'quotes.csv');
  await run('push', 'quotes.csv', '--all', '--yes', '--quiet', '--json');
  await run('issues', 'list');
  await run('issues', 'list', '--json');
  await run('history');
  await run('history', '--doc', 'AAAQ1001');
  await run('history', '--csv', '-', '--limit', '2');
  await run('issues', 'retry', '--all', '--yes');
  const first = ((await run('issues', 'list', '--json')).json() as any).issues[0];
  if (first) { await run('issues', 'show', first.id.slice(0, 5)); await run('issues', 'dismiss', first.id); await run('issues', 'list'); }
});
