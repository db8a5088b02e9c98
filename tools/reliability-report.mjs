// `npm run reliability:report`: writes docs/reliability.md from what `npm run test:reliability` has found.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

const results = join(root, 'packages', 'reliability', 'test-results');
const target = join(root, 'docs', 'reliability.md');

const faults = all('faults').flatMap(({ cases }) => cases);
const kills = required('kills').cases;
const deaths = required('deaths').cases;
const losses = required('losses').cases;
const races = required('races').cases;
const property = optional('property');
const hostile = all('hostile').flatMap(({ rows }) => rows);

const disturbed = [...faults, ...kills, ...deaths, ...losses];
const sections = [
  introduction(),
  invariants(),
  `## One fault at each request

Every request of a push, one after the other, meets every fault; a rerun follows until the push is through. Where a request may or may
not have been carried out, both are tried. “Then PSA gone”: nothing answers any more until the rerun.

${tablesByScenario(faults)}`,
  `## kill -9 at each request

The command itself, a process of its own, is killed while a request is on its way: once before the PSA has carried it out, once after.

${tablesByScenario(kills)}`,
  `## Death between two requests

The process dies just before or just after each write of its own state, where no request shows it, and another process goes on.

${tablesByScenario(deaths)}`,
  `## A lost or old state

${tablesByScenario(losses)}`,
  `## Several processes in the same instant

The command, started so many times at once: on one state file, where processes take turns, and on machines with a state each, where nothing
is between them but the PSA. “All at” is a gate: nobody's request is carried out before everybody's has come.

${raceTable()}`,
  ...(property === undefined ? [] : [propertySection(property)]),
  ...(hostile.length === 0 ? [] : [hostileSection(hostile)]),
];
writeFileSync(target, `${sections.join('\n\n')}\n`);
await run('Formatting', 'npx', ['prettier', '--write', target]);
process.stdout.write(`${target}: ${disturbed.length + races.length} cases\n`);

function introduction() {
  const wrong = disturbed.filter((one) => !one.equal || !one.proven || one.duplicates > 0).length;
  const wrongRaces = races.filter((one) => !one.equal || !one.proven || one.duplicates > 0).length;
  return `# Reliability

Written by \`npm run reliability:report\` from the results of \`npm run test:reliability\`; not by hand.

Real pushes, by the engine and by the command, against a [PSA that can be disturbed](../packages/halopsa-sandbox/README.md#control), on purpose
and everywhere: ${disturbed.length} disturbed pushes and ${races.length} races. ${
    wrong + wrongRaces === 0
      ? 'All of them ended as an undisturbed push.'
      : `**${wrong + wrongRaces} of them did not end as an undisturbed push.**`
  } To watch it: \`npm run demo:faults\`.`;
}

function invariants() {
  return `## What must hold

After every disturbance, once the push has been run again and goes through:

1. **The same end.** The whole tenant, all records of all kinds, is what an undisturbed push leaves: nothing is missing, nothing is half written,
   nothing is written that nobody asked for. Only ids and instants may differ.
2. **No duplicate.** There is no second opportunity, quote, line, product, attachment or person, not even one that nobody is linked to.
3. **The money.** What stands in the PSA, added up per billing period with its tax, is the document's, to the cent, computed by hand for each
   scenario; and the push that wrote it says so, too.
4. **No help.** A rerun is the same command again. Nobody repairs anything, no option is needed.

| column | meaning |
| --- | --- |
| positions | requests (or writes of the state) that were disturbed, one case each |
| rerun needed | cases in which the first run did not get through; in the others it found out by itself what had become of its request |
| duplicates | records beyond those of an undisturbed push, of all kinds together |
| same end, proof held | cases in which 1. and 3. held |`;
}

function tablesByScenario(cases) {
  return [...groupBy(cases, (one) => one.scenario)]
    .map(([scenario, ofScenario]) => {
      const rows = [...groupBy(ofScenario, (one) => one.fault)].map(([fault, group]) => [
        fault,
        group.length,
        group.filter(({ reruns }) => reruns > 0).length,
        sum(group.map(({ duplicates }) => duplicates)),
        group.filter(({ equal }) => equal).length,
        group.filter(({ proven }) => proven).length,
      ]);
      const total = [
        '**all**',
        ...[1, 2, 3, 4, 5].map((column) => `**${sum(rows.map((row) => row[column]))}**`),
      ];
      const header = ['fault', 'positions', 'rerun needed', 'duplicates', 'same end', 'proof held'];
      return `### ${capital(scenario)}\n\n${table(header, [...rows, total])}`;
    })
    .join('\n\n');
}

function raceTable() {
  const rows = races.map((one) => [
    one.scenario,
    one.processes,
    one.states,
    one.meeting,
    tally(one.outcomes),
    one.reruns,
    one.duplicates,
    one.equal ? 'yes' : '**no**',
    one.proven ? 'yes' : '**no**',
  ]);
  const header = [
    'scenario',
    'processes',
    'state',
    'how they meet',
    'they ended',
    'reruns',
    'duplicates',
    'same end',
    'proof held',
  ];
  return table(header, rows);
}

/** Which of the processes is first is chance, and so is what the others find: what they say is not counted. */
function tally(outcomes) {
  return outcomes.every((outcome) => /(written|unchanged)$/.test(outcome))
    ? 'all through'
    : '**not all through**';
}

function propertySection({ seed, schedules, tally = {} }) {
  return `## Random schedules

Random documents, edits between pushes, faults, deaths, lost states and edits by hand in the PSA, ${schedules} schedules of them; after each the invariants
above hold, and nothing that a person wrote by hand is lost. Seed of this run: \`${seed}\`.

${table(
  ['what happened', 'times'],
  Object.entries(tally).sort(([left], [right]) => left.localeCompare(right)),
)}`;
}

function hostileSection(rows) {
  return `## Hostile input

${table(
  ['input', 'bound', 'outcome'],
  rows.map(({ input, bound, outcome }) => [input, bound, outcome]),
)}`;
}

function table(header, rows) {
  const line = (cells) => `| ${cells.map((cell) => String(cell ?? '').replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

function groupBy(rows, keyOf) {
  const groups = new Map();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

function capital(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The results of all suites whose files begin so. */
function all(prefix) {
  const names = existsSync(results) ? readdirSync(results) : [];
  const found = names.filter((name) => name.startsWith(prefix) && name.endsWith('.json')).sort();
  return found.map((name) => optional(name.slice(0, -'.json'.length)));
}

function required(name) {
  const found = optional(name);
  if (found === undefined)
    throw new Error(`There are no results of ${name}: run \`npm run test:reliability\` first.`);
  return found;
}

function optional(name) {
  const path = join(results, `${name}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}
