import { parseLocated } from '@quotebridge/command-line/located';
import { compileRuleSet } from '@quotebridge/mapping-rules';
import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text as textOf } from 'node:stream/consumers';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { ScratchFolder } from '../scratch-folder.js';
import { fileURLToPath } from 'node:url';
import { quietNpm, serveRegistry } from './loopback-registry.js';
import { readmeBlocks, type ReadmeBlock } from './readme-blocks.js';

const readme = readFileSync(new URL('../../../mapping-rules/README.md', import.meta.url), 'utf8');
const blocks = readmeBlocks(readme);
const published = ['@quotebridge/mapping-rules-cli', '@quotebridge/mapping-rules'];

/** Every entry of the package that is installed, used by a program with types. */
const entries = `
import { compileRuleSet, type RuleSet } from '@quotebridge/mapping-rules';
import { generateJoin } from '@quotebridge/mapping-rules/codegen';
import { compileDataLink, type DataLinkRow } from '@quotebridge/mapping-rules/data-link';
import { problemReference } from '@quotebridge/mapping-rules/reference';
import { checkRuleSet, tableSections, type TableSection } from '@quotebridge/mapping-rules/tools';
import schema from '@quotebridge/mapping-rules/schema.json' with { type: 'json' };

const rules: RuleSet = { version: 1, productGroups: { rows: { Labor: '12' } } };
const rows: readonly DataLinkRow[] = [];
const sections: readonly TableSection[] = tableSections(rules);
if (!compileRuleSet(rules, { generateJoin }).ok || checkRuleSet(rules).length > 0) throw new Error('not right');
if (compileDataLink(rows, { header: [], line: [] }).problems.length > 0) throw new Error('not right');
console.log('%s %s %o', typeof problemReference, sections[0]?.name, schema.title);
`;
const compiler = fileURLToPath(new URL('../../../../node_modules/typescript/bin/tsc', import.meta.url));
const strictly = '--strict --module nodenext --target es2022 --lib es2023,dom --resolveJsonModule';

/** A stranger who does what the README says, in a folder of their own. */
class Reader {
  readonly folder: string;
  readonly #environment: Readonly<Record<string, string>>;
  #printed = '';

  constructor(folder: string, environment: Readonly<Record<string, string>>) {
    this.folder = folder;
    this.#environment = environment;
  }

  async follow(block: ReadmeBlock): Promise<void> {
    if (block.kind === 'file') {
      const path = `${this.folder}/${block.name}`;
      if (block.added) appendFileSync(path, block.text);
      else writeFileSync(path, block.text);
    }
    if (block.kind === 'shell') await this.#type(block.text, block.fails);
    if (block.kind === 'output') expectOutput(plain(this.#printed), plain(block.text));
  }

  async #type(commands: string, fails: boolean): Promise<void> {
    const shell = spawn('sh', ['-eu', '-c', commands], {
      cwd: this.folder,
      env: this.#environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [output, complaints] = [textOf(shell.stdout), textOf(shell.stderr)];
    const [status] = (await once(shell, 'close')) as [number];
    this.#printed = await output;
    const shown = `${commands}\n${this.#printed}\n${await complaints}`;
    expect(status, shown).to.equal(fails ? 1 : 0);
  }
}

/** In a README `…` stands for what is left out: the rest of a line, or lines. */
function expectOutput(printed: string, shown: string): void {
  const literal = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const lines = shown
    .split('\n')
    .map((line) => (line === '…' ? '[^]*' : line.split('…').map(literal).join('.*')));
  expect(printed).to.match(new RegExp(`^${lines.join('\n')}$`));
}

/** Without the mark that spreadsheets want, and with line ends of one kind. */
function plain(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .trim();
}

describe('the README of the mapping rules', () => {
  const scratch = new ScratchFolder();
  after(() => scratch.remove());

  it('leads a stranger from an empty folder to tested rules, every block as it stands there', async function () {
    this.timeout(180_000);
    const tour = scratch.file('tour');
    mkdirSync(tour);
    await using registry = await serveRegistry(scratch.path, published);
    const reader = new Reader(tour, quietNpm(scratch.path, registry.address));
    for (const block of blocks) await reader.follow(block);
    await reader.follow({ kind: 'file', name: 'entries.mts', text: entries, added: false });
    await reader.follow({ kind: 'shell', text: `node '${compiler}' ${strictly} entries.mts`, fails: false });
    await reader.follow({ kind: 'shell', text: 'node entries.mjs', fails: false });
    await reader.follow({ kind: 'output', text: "object productGroups 'Mapping rules'" });
  });

  it('shows no rules that are wrong', () => {
    const shown = blocks.filter((block) => block.kind === 'other' && block.language === 'yaml');
    expect(shown).not.to.deep.equal([]);
    for (const { text } of shown) {
      const located = parseLocated(text);
      if (!located.ok) throw new Error(text);
      expect(compileRuleSet({ version: 1, ...(located.content as object) }).problems).to.deep.equal([]);
    }
  });
});
