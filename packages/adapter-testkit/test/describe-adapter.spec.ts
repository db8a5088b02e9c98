import { expect } from 'chai';
import { checkGroups, type AdapterOptions, type ConformanceSubject } from '../src/index.js';
import { memoryPackage } from './memory-package.js';
import { memorySubject } from './memory-subject.js';
import { runSuite, type SuiteOutcome } from './mutants/run-suite.js';

const run = (options: Partial<AdapterOptions>): Promise<SuiteOutcome> =>
  runSuite({ name: 'Memory', package: memoryPackage, open: async (how) => memorySubject(how), ...options });

const every = checkGroups.flatMap(({ checks }) => checks.map(({ id }) => id));

describe('describeAdapter', () => {
  it('runs each check once, under ids of their own', async () => {
    expect(new Set(every).size).to.equal(every.length);
    expect(await run({})).to.deep.equal({ passed: [...every, 'skips.stated'], failed: [], skipped: [] });
  });

  it('names what is missing in one check for each port', async () => {
    const { passed, failed } = await run({
      without: ['attachments'],
      open: async (how) => memorySubject(how, { without: ['attachments'] }),
    });
    expect(failed).to.deep.equal([]);
    expect(passed.filter((id) => id.startsWith('attachments.'))).to.deep.equal([
      'attachments.missing',
      'attachments.remove.missing',
    ]);
  });

  it('fails when a port is there that is said to be missing', async () => {
    expect((await run({ without: ['attachments'] })).failed).to.deep.equal([
      'attachments.missing',
      'attachments.remove.missing',
    ]);
  });

  it('fails when a port is missing and nobody said so', async () => {
    const { failed } = await run({ open: async (how) => memorySubject(how, { without: ['attachments'] }) });
    expect(failed).to.deep.equal(every.filter((id) => id.startsWith('attachments.')));
  });

  it('fails a skip that is not needed', async () => {
    expect((await run({ skip: { 'clients.get': 'because' } })).failed).to.deep.equal(['clients.get']);
  });

  it('fails a skip of an unknown check, and one without a reason', async () => {
    expect((await run({ skip: { 'clients.fly': 'cannot' } })).failed).to.deep.equal(['skips.stated']);
    const open = async (how: Parameters<AdapterOptions['open']>[0]): Promise<ConformanceSubject> => {
      const { download, ...subject } = memorySubject(how);
      return download === undefined ? memorySubject(how) : subject;
    };
    expect(await run({ open, skip: { 'attachments.binary': ' ' } })).to.deep.include({
      failed: ['skips.stated'],
      skipped: ['attachments.binary'],
    });
  });

  it('says what to do when the subject cannot do something', async () => {
    const open = async (how: Parameters<AdapterOptions['open']>[0]): Promise<ConformanceSubject> => ({
      ...memorySubject(how),
      samples: { ...memorySubject(how).samples, catalogueSize: 8 },
    });
    expect((await run({ open })).failed).to.deep.equal(['items.list']);
  });

  it('notices mistakes of a manifest and of settings', async () => {
    const files = (account: object): AdapterOptions['package'] => ({
      ...memoryPackage,
      files: {
        './settings.schema.json': {
          properties: {
            account: { type: 'object', title: 'Account', additionalProperties: false, properties: account },
          },
        },
      },
    });
    const failed = async (account: object): Promise<readonly string[]> =>
      (await run({ package: files(account) })).failed;
    expect(await failed({ name: { type: 'string' } })).to.deep.equal(['settings.titles']);
    expect(await failed({ apiKey: { type: 'string', title: 'Key' } })).to.deep.equal(['settings.secrets']);
    expect(await failed({ size: { type: 'integer', title: 'Size', default: 1.5 } })).to.deep.equal([
      'settings.defaults',
    ]);
    const manifest = { ...(memoryPackage.manifest as object), main: 'dist/memory-plugin.js' };
    expect((await run({ package: { ...memoryPackage, manifest } })).failed).to.deep.equal(['manifest.shape']);
  });

  it('disposes every subject that it opened', async () => {
    let [opened, disposed] = [0, 0];
    const open: AdapterOptions['open'] = async (how) => {
      opened += 1;
      let open = true;
      const dispose = (): void => {
        disposed += open ? 1 : 0;
        open = false;
      };
      return { ...memorySubject(how), dispose };
    };
    await run({ open });
    expect(opened).to.be.above(50);
    expect(disposed).to.equal(opened);
  });
});
