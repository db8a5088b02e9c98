import { errorOf, type Ended, type PrintedError } from './harness/run-command.js';
import { expectForm } from './harness/schema-check.js';
import { example, Workplace } from './harness/workplace.js';
import { expect } from 'chai';
import { mkdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';

const trouble = example('trouble.csv');
const quotes = example('quotes.csv');

describe('bad input', () => {
  let place: Workplace;
  before(async () => {
    place = await Workplace.open();
  });
  after(async () => place[Symbol.asyncDispose]());
  afterEach(async () => {
    await place.control('DELETE', 'faults');
    expect(await place.writes(), 'nothing may be written').to.deep.equal([]);
  });

  async function refused(
    exit: number,
    code: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv = {},
  ): Promise<PrintedError> {
    const ended: Ended = await place.run([...args, '--json'], env);
    expect(ended.code, `${args.join(' ')}\n${ended.stdout}${ended.stderr}`).to.equal(exit);
    expectForm('error', ended.json());
    const error = errorOf(ended);
    expect(error.code).to.equal(code);
    return error;
  }

  const push = (file: string, number: string, ...args: readonly string[]): string[] => [
    'push',
    file,
    '--doc',
    number,
    '--yes',
    ...args,
  ];

  describe('in the file', () => {
    it('missing, a folder, or no document file', async () => {
      mkdirSync(place.path('folder'), { recursive: true });
      place.write('image.csv', readFileSync(example('quote.pdf')));
      expect((await refused(2, 'document.invalid', push('none.csv', 'A'))).message).to.contain('none.csv');
      expect((await refused(2, 'document.invalid', push('folder', 'A'))).message).to.contain('is a folder');
      await refused(2, 'document.invalid', push('image.csv', 'A'));
    });

    it('required columns that are missing are named', async () => {
      const text = readFileSync(trouble, 'utf8').replace('DocumentItems_UnitPrice', 'DocumentItems_Oops');
      const error = await refused(2, 'document.invalid', push(place.write('columns.csv', text), 'AAAQ2001'));
      expect(JSON.stringify(error)).to.contain('UnitPrice');
    });

    it('a number that is none, with row and column', async () => {
      const error = await refused(2, 'document.invalid', push(trouble, 'AAAQ2004'));
      expect(error.details.faults).to.deep.include({
        at: 'row 8, column DocumentItems_UnitPrice',
        value: '389,OO',
        expected: 'a number such as 1399.00 or -1,399.00',
      });
    });

    it('header rows that disagree, an unknown line type, an unknown document type', async () => {
      expect(JSON.stringify(await refused(2, 'document.invalid', push(trouble, 'AAAQ2005')))).to.contain(
        'row 11',
      );
      expect(JSON.stringify(await refused(2, 'document.invalid', push(trouble, 'AAAQ2006')))).to.contain(
        'LineType',
      );
      const letter = place.write(
        'letter.csv',
        readFileSync(trouble, 'utf8').replaceAll('AAAQ2001,QUOTE', 'AAAQ2001,LETTER'),
      );
      expect(JSON.stringify(await refused(2, 'document.invalid', push(letter, 'AAAQ2001')))).to.contain(
        'LETTER',
      );
    });

    it('no such document: the numbers that are there', async () => {
      const error = await refused(2, 'usage', push(quotes, 'AAAQ9999'));
      expect(error.details.faults?.[0]?.expected).to.contain('AAAQ1001').and.to.contain('AAAI1001');
      await refused(2, 'usage', ['push', quotes, '--yes']);
      await refused(2, 'usage', ['push', quotes, '--all', '--doc', 'AAAQ1001', '--yes']);
    });
  });

  describe('in the attachments', () => {
    it('missing, a folder, empty, twice the same name', async () => {
      mkdirSync(place.path('sub'), { recursive: true });
      place.write('empty.pdf', '');
      place.write('same.pdf', 'x');
      place.write('sub/same.pdf', 'y');
      const cases = [['none.pdf'], ['sub'], ['empty.pdf'], ['same.pdf', 'sub/same.pdf']];
      for (const paths of cases) await refused(2, 'usage', push(quotes, 'AAAQ1001', '--attach', ...paths));
    });

    it('all that cannot be attached is named at once, each with what is wrong with it', async () => {
      const paths = [
        place.write('fine.txt', 'fine'),
        place.write('evil.exe', 'MZ'),
        place.write('nothing.pdf', ''),
        place.path('not-there.pdf'),
        place.folder,
        place.write('large.pdf', ''),
      ];
      truncateSync(place.path('large.pdf'), 60_000_000);
      await place.control('DELETE', 'requests');
      for (const command of [
        push(quotes, 'AAAQ1001', '--attach', ...paths),
        ['attach', quotes, '--doc', 'AAAQ1001', '--file', ...paths],
        ['plan', quotes, '--doc', 'AAAQ1001', '--attach', ...paths],
      ]) {
        const ended = await place.run([...command, '--json']);
        expect(ended.code, ended.stdout).to.equal(2);
        const { faults = [] } = errorOf(ended).details;
        expect(faults.map(({ at }) => at)).to.deep.equal(paths.slice(1));
        expect(faults.map(({ expected }) => expected).join('\n')).to.match(
          /type.*exe.*\n.*empty\n.*does not exist\n.*folder\nat most .*bytes/,
        );
      }
      expect(await place.requests()).to.deep.equal([]);
    });
  });

  describe('in the match with the PSA', () => {
    it('a client or user that is not there or there twice: the candidates', async () => {
      for (const [number, about] of [
        ['AAAQ2001', 'Evergreen'],
        ['AAAQ2002', 'Chris Taylor'],
        ['AAAQ2003', 'Larkspur'],
      ] as const) {
        const error = await refused(5, 'plan.conflict', push(trouble, number));
        expect(error.message).to.contain(about);
        const conflicts = error.details.data as { candidates: object[] }[];
        expect(conflicts[0]?.candidates.length, number).to.be.at.least(number === 'AAAQ2003' ? 0 : 2);
      }
      const text = await place.run(push(trouble, 'AAAQ2001'));
      expect(text.stderr).to.match(/\n +\d+ {2}Evergreen/);
    });
  });

  describe('in the account', () => {
    afterEach(() => place.writeConfiguration({}));

    it('a wrong client id, secret or tenant', async () => {
      await refused(3, 'auth.rejected', push(quotes, 'AAAQ1001'), { HALO_SECRET: 'wrong-secret-value' });
      place.writeConfiguration({ clientId: 'nobody' });
      rmSync(place.path('.quotebridge'), { recursive: true, force: true });
      await refused(3, 'auth.rejected', push(quotes, 'AAAQ1001'));
      place.writeConfiguration({ tenant: 'elsewhere' });
      rmSync(place.path('.quotebridge'), { recursive: true, force: true });
      const error = await refused(3, 'auth.rejected', push(quotes, 'AAAQ1001'));
      expect(JSON.stringify(error)).to.contain('elsewhere');
    });

    it('a server that is down', async () => {
      place.writeConfiguration({ serverUrl: 'http://127.0.0.1:9' });
      await refused(4, 'remote.unavailable', ['check']);
    });
  });

  describe('in what the PSA answers', () => {
    it('HTML', async () => {
      await place.control('POST', 'faults', {
        match: { path: '/api/' },
        times: 50,
        fault: { type: 'htmlError' },
      });
      const error = await refused(4, 'remote.unavailable', ['clients', 'search', 'acme']);
      expect(JSON.stringify(error)).not.to.match(/<html/i);
    });
  });

  describe('in the state file', () => {
    it('not a database, a folder', async () => {
      const state = place.write('state.sqlite', 'this is no database, '.repeat(100));
      const error = await refused(2, 'state.unusable', push(quotes, 'AAAQ1001', '--state', state));
      expect(error.message).to.contain('state.sqlite');
      await refused(2, 'state.unusable', ['items', 'sync'], { QUOTEBRIDGE_STATE: place.folder });
      await refused(2, 'state.unusable', ['check', '--state', `${state}/below/state.sqlite`]);
    });
  });
});

describe('an attachment over the limit', () => {
  it('is refused before anything is written', async () => {
    await using place = await Workplace.open();
    truncateSync(place.write('huge.pdf', 'x'), 60_000_000);
    const ended = await place.run([
      'push',
      quotes,
      '--doc',
      'AAAQ1001',
      '--yes',
      '--attach',
      'huge.pdf',
      '--json',
    ]);
    expect([2, 5], ended.stdout).to.include(ended.code);
    expect(errorOf(ended).message).to.contain('huge.pdf');
    expect(await place.writes()).to.deep.equal([]);
  });
});

describe('a file without an end', () => {
  it('is refused once it is larger than any export', async function () {
    if (process.platform === 'win32') this.skip(); // Windows has no such device.
    await using place = await Workplace.open();
    const ended = await place.run(['documents', 'list', '/dev/zero', '--json']);
    expect(ended.code, ended.stdout).to.equal(2);
    expect(errorOf(ended).message).to.equal('The document file “/dev/zero” is too large.');
  });
});
