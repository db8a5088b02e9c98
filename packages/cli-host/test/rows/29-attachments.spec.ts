import { peakMemory } from '../harness/peak-memory.js';
import { pagesOf } from '../harness/read-pdf.js';
import { errorOf } from '../harness/run-command.js';
import { example, Workplace } from '../harness/workplace.js';
import type { PushResult } from '@quotebridge/core';
import { expect } from 'chai';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';

const quotes = example('quotes.csv');
const linked = example('linked-files/quote.csv');
const number = 'AAAQ1011';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe("Attach to the opportunity: files given by hand, files in the document's links, and the quote's PDF (`quotebridge render FILE --doc N -o quote.pdf` makes a clean one with totals per period; `push --render` renders and attaches). Same content is not uploaded twice; a new version replaces or adds as set; size and type checked before sending; large files do not sit in memory twice", () => {
  let place: Workplace;
  before(async () => {
    place = await Workplace.open({ switches: { maxAttachmentBytes: 100_000_000 } });
    // A full catalogue in the cache makes each push below a short one.
    await place.succeed(['items', 'sync']);
    place.keepState();
  });
  beforeEach(async () => {
    await place.reset();
    place.writeConfiguration({});
  });
  after(async () => place[Symbol.asyncDispose]());

  async function push(file: string, ...args: readonly string[]): Promise<PushResult> {
    return (await place.succeed(['push', file, '--yes', '--json', ...args])).json() as PushResult;
  }

  /** Files of an opportunity in the sandbox, oldest first. */
  async function filesOf({ opportunity }: PushResult): Promise<readonly { id: number; name: string }[]> {
    const { attachments } = await place.data();
    return attachments
      .filter((row) => String(row['ticket_id']) === opportunity?.id)
      .map((row) => ({ id: Number(row['id']), name: String(row['filename']) }));
  }
  const names = (files: readonly { name: string }[]): readonly string[] => files.map(({ name }) => name);

  async function uploads(): Promise<number> {
    return (await place.writes()).filter(({ method, path }) => method === 'POST' && /attachment/i.test(path))
      .length;
  }

  async function download(id: number): Promise<Uint8Array> {
    const { url, clientId, clientSecret, tenant } = place.sandbox;
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: 'all',
    });
    const answer = await fetch(`${url}/auth/token?tenant=${tenant}`, { method: 'POST', body });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    const file = await fetch(`${url}/api/Attachment/${id}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(file.status).to.equal(200);
    return new Uint8Array(await file.arrayBuffer());
  }

  it('files given by hand, with the push or later; the same content is not uploaded twice', async () => {
    const survey = place.write('survey.txt', 'North wall is brick.\n');
    const result = await push(linked, '--doc', number, '--attach', survey);
    const [file] = await filesOf(result);
    expect(file?.name).to.equal('survey.txt');
    expect(Buffer.from(await download(file?.id ?? 0)).toString()).to.equal('North wall is brick.\n');

    const plan = place.write('plan.txt', 'One access point in each aisle.\n');
    await place.succeed(['attach', linked, '--doc', number, '--file', survey, plan]);
    expect(names(await filesOf(result))).to.deep.equal(['survey.txt', 'plan.txt']);
    expect(await uploads()).to.equal(2);

    expect((await push(linked, '--doc', number, '--attach', survey, plan)).status).to.equal('unchanged');
    await place.succeed(['attach', linked, '--doc', number, '--file', survey]);
    expect(await uploads()).to.equal(2);
  });

  it('files in the document’s links: with --links or as set; an address on the web is left out and named', async () => {
    const result = await push(linked, '--doc', number);
    expect(await filesOf(result)).to.deep.equal([]);

    const ended = await place.succeed(['push', linked, '--doc', number, '--links', '--yes']);
    expect(ended.stderr).to.contain('https://www.northwind.example/terms').and.to.contain('not attached');
    expect(names(await filesOf(result))).to.deep.equal(['site-survey.txt', 'floor-plan.png']);
    const [, picture] = await filesOf(result);
    expect(sha256(await download(picture?.id ?? 0))).to.equal(
      sha256(readFileSync(example('linked-files/files/floor-plan.png'))),
    );

    expect((await push(linked, '--doc', number, '--links')).status).to.equal('unchanged');
    expect(await uploads()).to.equal(2);

    await place.reset();
    place.writeConfiguration({}, { attachments: { documentLinks: true } });
    expect(await filesOf(await push(linked, '--doc', number, '--no-links'))).to.deep.equal([]);
    expect(await filesOf(await push(linked, '--doc', number))).to.have.length(2);
  });

  it('a linked file that is not there stops the push before anything is written, all of them named', async () => {
    cpSync(linked, place.path('alone.csv'));
    const ended = await place.run(['push', 'alone.csv', '--doc', number, '--links', '--yes', '--json']);
    expect([ended.code, errorOf(ended).code]).to.deep.equal([2, 'usage']);
    expect(errorOf(ended).details.faults?.map(({ value }) => value)).to.deep.equal([
      'files\\site-survey.txt',
      'files/floor-plan.png',
    ]);
    expect(errorOf(ended).details.next).to.contain('--no-links');
    expect(await place.writes()).to.deep.equal([]);
  });

  it('render makes a PDF with totals per billing period, needs no PSA, and makes the same bytes again', async () => {
    await using empty = Workplace.empty();
    const args = [
      'render',
      quotes,
      '--doc',
      'AAAQ1001',
      '--sender',
      'Northwind Managed IT\\n800 Canyon Road',
    ];
    const made = (await empty.succeed([...args, '-o', 'quote.pdf', '--json'])).json();
    const bytes = readFileSync(empty.path('quote.pdf'));
    expect(made).to.deep.equal({
      path: empty.path('quote.pdf'),
      size: bytes.length,
      sha256: sha256(bytes),
      pages: 2,
    });
    const pages = await pagesOf(bytes);
    const text = pages.join('\n').replaceAll(/\s+/g, ' ');
    expect(text).to.contain('Northwind Managed IT');
    expect(text).to.contain('Quote AAAQ1001 Front desk and network refresh');
    expect(text).to.match(/One-off 14,407\.60 Monthly 1,042\.00 Yearly 594\.00/);
    expect(text).to.match(/Options, not in the totals One-off 1,318\.00/);
    expect(text).to.match(/Subtotal 14,322\.60 Freight 85\.00 Tax 737\.27 Total 15,144\.87/);
    // The cost of the first line.
    expect(text).not.to.contain('712.00');
    expect(existsSync(empty.path('.quotebridge'))).to.equal(false);

    await empty.succeed([...args, '-o', 'quote.pdf']);
    await empty.succeed(args);
    expect(readFileSync(empty.path('AAAQ1001.pdf')).equals(bytes)).to.equal(true);

    empty.write('quote.pdf', 'precious');
    const refused = await empty.run([...args, '-o', 'quote.pdf', '--json']);
    expect([refused.code, errorOf(refused).code]).to.deep.equal([2, 'usage']);
    expect(readFileSync(empty.path('quote.pdf'), 'utf8')).to.equal('precious');
    await empty.succeed([...args, '-o', 'quote.pdf', '--force']);
    expect(readFileSync(empty.path('quote.pdf')).equals(bytes)).to.equal(true);
  });

  it('render follows the settings of the connection', async () => {
    place.writeConfiguration(
      {},
      { quote: { groupedBundles: 'summary' }, attachments: { pdfSender: 'Northwind\n800 Canyon Road' } },
    );
    await place.succeed(['render', quotes, '--doc', 'AAAQ1001', '-o', 'summary.pdf']);
    const text = (await pagesOf(readFileSync(place.path('summary.pdf')))).join('\n');
    expect(text).to.contain('800 Canyon Road').and.to.contain('Network closet kit');
    expect(text).not.to.contain('Fortinet FortiGate 60F');
    expect(await place.requests()).to.deep.equal([]);
  });

  it('push --render attaches the PDF that render makes; unchanged, it is not uploaded again', async () => {
    await place.succeed(['render', linked, '--doc', number, '--force']);
    const result = await push(linked, '--doc', number, '--render');
    const [file] = await filesOf(result);
    expect(file?.name).to.equal(`${number}.pdf`);
    const sent = await download(file?.id ?? 0);
    expect(sha256(sent)).to.equal(sha256(readFileSync(place.path(`${number}.pdf`))));
    expect((await pagesOf(sent)).join('\n')).to.match(/Monthly\s+1,020\.00/);

    const again = await push(linked, '--doc', number, '--render');
    expect([again.status, again.requests.write]).to.deep.equal(['unchanged', 0]);
    expect(await uploads()).to.equal(1);

    place.writeConfiguration({}, { attachments: { renderPdf: true } });
    await push(quotes, '--doc', 'AAAQ1002', '--no-render');
    expect(await uploads()).to.equal(1);
    expect(names(await filesOf(await push(quotes, '--doc', 'AAAQ1002')))).to.deep.equal(['AAAQ1002.pdf']);
  });

  for (const newVersion of ['add', 'replace'] as const) {
    const then =
      newVersion === 'add' ? 'stands beside the earlier one' : 'takes the place of the earlier one';
    it(`a new version of the PDF ${then} with attachments.newVersion “${newVersion}”`, async () => {
      place.writeConfiguration({}, { attachments: { renderPdf: true, newVersion } });
      const file = place.write('quote.csv', readFileSync(linked));
      const first = await push(file, '--doc', number);
      const [old] = await filesOf(first);
      place.write('quote.csv', readFileSync(linked, 'utf8').replaceAll('cold store', 'freezer'));
      const second = await push(file, '--doc', number);
      expect(second.opportunity?.id).to.equal(first.opportunity?.id);

      const files = await filesOf(second);
      expect(names(files)).to.deep.equal(
        newVersion === 'add' ? [`${number}.pdf`, `${number}.pdf`] : [`${number}.pdf`],
      );
      expect(files.some(({ id }) => id === old?.id)).to.equal(newVersion === 'add');
      const newest = (await pagesOf(await download(files.at(-1)?.id ?? 0))).join('\n');
      expect(newest).to.contain('Wireless for the freezer');
      expect((await push(file, '--doc', number)).status).to.equal('unchanged');
    });
  }

  it('a stored plan keeps its PDF beside it; one that was only printed says so', async () => {
    await place.succeed(['plan', linked, '--doc', number, '--render', '-o', 'plan.json']);
    expect(await place.writes()).to.deep.equal([]);
    const kept = readFileSync(place.path(`plan.${number}.pdf`));
    const result = (await place.succeed(['apply', 'plan.json', '--json'])).json() as PushResult;
    const [file] = await filesOf(result);
    expect(file?.name).to.equal(`${number}.pdf`);
    expect(sha256(await download(file?.id ?? 0))).to.equal(sha256(kept));

    await place.reset();
    const { stdout } = await place.succeed(['plan', linked, '--doc', number, '--render', '--json']);
    place.write('printed.json', stdout);
    const refused = await place.run(['apply', 'printed.json', '--json']);
    expect([refused.code, errorOf(refused).code]).to.deep.equal([5, 'plan.stale']);
    expect(errorOf(refused).details.next).to.contain('-o');
    expect(await place.writes()).to.deep.equal([]);
  });

  it('a file that changes or vanishes after it was planned stops the plan before anything is written', async () => {
    const survey = place.write('measured.txt', 'North wall is brick.\n');
    await place.succeed(['plan', linked, '--doc', number, '--attach', survey, '-o', 'plan.json']);
    place.write('measured.txt', 'North wall is wood.\n');
    const changed = await place.run(['apply', 'plan.json', '--json']);
    expect([changed.code, errorOf(changed).code]).to.deep.equal([5, 'plan.stale']);
    expect(errorOf(changed).details.faults?.map(({ at }) => at)).to.deep.equal([survey]);
    rmSync(survey);
    const vanished = await place.run(['apply', 'plan.json', '--json']);
    expect([vanished.code, errorOf(vanished).code]).to.deep.equal([2, 'usage']);
    expect(await place.writes()).to.deep.equal([]);
  });

  it('attach takes --render and --links as well, and wants to be told what', async () => {
    const result = await push(linked, '--doc', number);
    const nothing = await place.run(['attach', linked, '--doc', number, '--json']);
    expect([nothing.code, errorOf(nothing).code]).to.deep.equal([2, 'usage']);
    await place.succeed(['attach', linked, '--doc', number, '--render', '--links']);
    expect(names(await filesOf(result))).to.have.members([
      'site-survey.txt',
      'floor-plan.png',
      `${number}.pdf`,
    ]);
  });

  it('size, type and content are checked before anything is sent, all of them at once', async () => {
    place.writeConfiguration({}, { halopsa: { largestAttachmentMegabytes: 0.001 } });
    const files = [
      place.write('setup.exe', 'MZ'),
      place.write('large.txt', 'x'.repeat(1001)),
      place.write('false.pdf', 'no PDF'),
    ];
    const ended = await place.run(['push', linked, '--doc', number, '--yes', '--json', '--attach', ...files]);
    expect([ended.code, errorOf(ended).code]).to.deep.equal([5, 'plan.conflict']);
    const said = JSON.stringify(errorOf(ended));
    for (const path of files) expect(said).to.contain(path.split('/').at(-1));
    expect(said).to.contain('attachments.types').and.to.contain('1000');
    expect(await place.writes()).to.deep.equal([]);
  });

  it('a large file does not sit in memory twice', async function () {
    // Only Linux tells how much memory another process had at most.
    if (!existsSync('/proc/self/status')) this.skip();
    this.timeout(60_000);
    const size = 40_000_000;
    place.writeConfiguration({}, { halopsa: { largestAttachmentMegabytes: 60 } });
    await push(linked, '--doc', number);
    const peaks: number[] = [];
    for (const [name, bytes] of [
      ['small.txt', 1000],
      ['large.txt', size],
    ] as const) {
      const file = place.write(name, Buffer.alloc(bytes, 'x'));
      const ended = await peakMemory(place.start(['attach', linked, '--doc', number, '--file', file]));
      expect(ended.code, ended.stderr).to.equal(0);
      peaks.push(ended.peak);
    }
    const [small = 0, large = 0] = peaks;
    expect(small).to.be.greaterThan(0);
    // As text for the request alone it is a third larger than the file.
    expect(large - small).to.be.lessThan(2 * size);
    expect(await uploads()).to.equal(2);
  });
});
