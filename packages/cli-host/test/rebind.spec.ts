import { Workplace, examples } from './harness/workplace.js';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const quotes = join(examples, 'quotes.csv');
const file = join(examples, 'quote.pdf');

interface Line {
  readonly family: string;
  readonly status: string;
  readonly quote?: { readonly lines: number };
  readonly attachments?: number;
}

const linesOf = (stdout: string): readonly Line[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

describe('a state that is lost, or goes to another machine', () => {
  let place: Workplace;
  before(async () => {
    place = await Workplace.open();
    await place.succeed(['push', quotes, '--doc', 'AAAQ1001', 'AAAQ1006', '--yes']);
    await place.succeed(['attach', quotes, '--doc', 'AAAQ1001', '--file', file]);
  });
  after(() => place[Symbol.asyncDispose]());

  const state = (): string => join(place.folder, '.quotebridge', 'state.sqlite');

  async function validates(name: string, lines: readonly unknown[]): Promise<void> {
    const { stdout } = await place.succeed(['schema', name]);
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(stdout) as object);
    for (const line of lines) expect(validate(line), JSON.stringify(validate.errors)).to.equal(true);
  }

  it('is rebuilt from the markers, and the next push changes nothing', async () => {
    expect(existsSync(state()), state()).to.equal(true);
    rmSync(state());
    const { stdout } = await place.succeed(['rebind', '--json']);
    const families = linesOf(stdout);
    expect(families.map(({ family, status }) => [family, status])).to.deep.equal([
      ['AAAQ1001', 'bound'],
      ['AAAQ1006', 'bound'],
    ]);
    expect(families[0]?.quote?.lines).to.be.above(0);
    expect(families[0]?.attachments).to.equal(1);
    await validates('rebind', families);
    const before = await place.data();
    await place.control('DELETE', 'requests');
    await place.succeed(['push', quotes, '--doc', 'AAAQ1001', '--attach', file, '--yes']);
    await place.succeed(['push', quotes, '--doc', 'AAAQ1006', '--yes']);
    expect((await place.writes()).length, 'no write after the rebuild').to.equal(0);
    expect(await place.data()).to.deep.equal(before);
  });

  it('is rebuilt for the documents of a file, and says what is not there', async () => {
    rmSync(state());
    const { stdout, stderr } = await place.succeed(['rebind', quotes, '--doc', 'AAAQ1001', 'AAAQ1004']);
    expect(stdout).to.contain('+ AAAQ1001: opportunity ').and.to.contain('· AAAQ1004: ');
    expect(stderr).to.contain('2 families: 1 remembered again, 1 not in the PSA.');
    const again = await place.succeed(['rebind', quotes, '--doc', 'AAAQ1001', '--json']);
    expect(linesOf(again.stdout).map(({ status }) => status)).to.deep.equal(['known']);
  });

  it('asks a person when two records carry one marker', async () => {
    const { opportunities } = await place.data();
    const ours = opportunities.find((row) => row['third_party_id_string'] === 'quotebridge:AAAQ1006');
    const { id: _id, ...copy } = ours ?? {};
    await place.asPerson('Opportunities', { ...copy, summary: 'Copied by hand' });
    rmSync(state(), { force: true });
    const { code, stdout } = await place.run(['rebind', '--json']);
    expect(code).to.equal(5);
    expect(linesOf(stdout).map(({ family, status }) => [family, status])).to.deep.include.members([
      ['AAAQ1001', 'bound'],
      ['AAAQ1006', 'conflict'],
    ]);
    const { opportunities: now } = await place.data();
    const copied = now.find((row) => row['summary'] === 'Copied by hand');
    await place.asPerson('Opportunities', {
      id: copied?.['id'],
      third_party_id_string: '',
      opportunity_third_party_url: '',
    });
  });

  it('goes to another machine: an unchanged document costs one request there', async () => {
    await place.succeed(['push', quotes, '--doc', 'AAAQ1001', 'AAAQ1006', '--yes']);
    const { stdout } = await place.succeed(['bindings', 'export', 'all.ndjson', '--json']);
    expect(JSON.parse(stdout)).to.deep.equal({ output: 'all.ndjson', families: 2 });
    expect(statSync(place.path('all.ndjson')).mode & 0o077, 'for others').to.equal(0);
    const exported = readFileSync(place.path('all.ndjson'), 'utf8');
    await validates('bindings', linesOf(exported));
    expect((await place.succeed(['bindings', 'export', '-'])).stdout.split('\n')).to.have.length(4);

    const other = ['--state', 'other.sqlite'];
    const imported = await place.succeed(['bindings', 'import', 'all.ndjson', '--json', ...other]);
    expect(linesOf(imported.stdout).map(({ status }) => status)).to.deep.equal(['imported', 'imported']);
    await validates('bindings-import', linesOf(imported.stdout));
    const again = await place.succeed(['bindings', 'import', 'all.ndjson', '--json', ...other]);
    expect(linesOf(again.stdout).map(({ status }) => status)).to.deep.equal(['known', 'known']);
    const pushed = await place.succeed(['push', quotes, '--doc', 'AAAQ1001', '--yes', '--json', ...other]);
    expect(pushed.stdout).to.contain('"status":"unchanged"');
  });

  it('refuses bindings of another tenant, and those that contradict what is known', async () => {
    const lines = readFileSync(place.path('all.ndjson'), 'utf8').trim().split('\n');
    const [header = '', ...families] = lines;
    place.write(
      'elsewhere.ndjson',
      [header.replace(/"target":"[^"]*"/, '"target":"https://elsewhere.example"'), ...families].join('\n'),
    );
    const refused = await place.run(['bindings', 'import', 'elsewhere.ndjson']);
    expect([refused.code, refused.stderr]).to.satisfy(
      ([code, text]: [number, string]) => code === 2 && text.includes('elsewhere.example'),
      refused.stderr,
    );

    const moved = families.map((line) =>
      line.includes('"family":"AAAQ1006"')
        ? line.replace(/("kind":"quote","key":"AAAQ1006","recordId":)"\d+"/, '$1"424242"')
        : line,
    );
    expect(moved).not.to.deep.equal(families);
    place.write('moved.ndjson', [header, ...moved].join('\n'));
    const left = await place.run(['bindings', 'import', 'moved.ndjson', '--json']);
    expect(left.code).to.equal(5);
    expect(linesOf(left.stdout).map(({ status }) => status)).to.deep.equal(['known', 'conflict']);
    const replaced = await place.succeed(['bindings', 'import', 'moved.ndjson', '--replace', '--json']);
    expect(linesOf(replaced.stdout).map(({ status }) => status)).to.deep.equal(['replaced', 'replaced']);
    await place.succeed(['bindings', 'import', 'all.ndjson', '--replace']);
  });

  it('says which line of a damaged file it could not read', async () => {
    const [header = '', first = ''] = readFileSync(place.path('all.ndjson'), 'utf8').split('\n');
    for (const [content, told] of [
      ['', 'line 1'],
      ['{"format":"quotebridge.bindings/9"}', 'line 1'],
      [`${header}\n${first.slice(0, 50)}`, 'line 2'],
      [`${header}\n${first}\n{"family":"X","numbers":[],"bindings":[{"kind":"planet"}]}`, 'line 3'],
    ] as const) {
      place.write('damaged.ndjson', content);
      const { code, stderr } = await place.run(['bindings', 'import', 'damaged.ndjson']);
      expect([code, stderr.includes(told)], `${content.slice(0, 60)}\n${stderr}`).to.deep.equal([2, true]);
    }
  });
});
