import { expect } from 'chai';
import { applyPlan } from '../../src/apply/apply-plan.js';
import type { PushResult } from '../../src/apply/push-result.js';
import type { AttachmentInput } from '../../src/engine/engine-types.js';
import { makePlan } from '../../src/plan/make-plan.js';
import { parsePlan } from '../../src/plan/parse-plan.js';
import type { Plan } from '../../src/plan/plan.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import type { StateStore } from '../../src/state/state-store.js';
import { FakePsa } from '../fakes/fake-psa.js';
import { piecesOf } from '../fakes/pieces-of.js';
import { sampleContext, type SampleContext } from '../fakes/sample-context.js';
import { sampleDocument, sampleLine } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';

describe('attachments', () => {
  let psa: FakePsa;
  let state: StateStore;
  let context: SampleContext;
  let newVersion: 'add' | 'replace';

  beforeEach(async () => {
    psa = new FakePsa();
    psa.addItem('A1');
    state = await openSqliteState({ path: ':memory:' });
    newVersion = 'replace';
    await forgetState();
  });
  afterEach(() => state[Symbol.asyncDispose]());

  async function forgetState(): Promise<void> {
    await state[Symbol.asyncDispose]();
    state = await openSqliteState({ path: ':memory:' });
    context = sampleContext(psa, state);
  }

  function file(content: string, over: Partial<AttachmentInput> = {}): AttachmentInput {
    const bytes = new TextEncoder().encode(content);
    return {
      name: 'quote.pdf',
      mediaType: 'application/pdf',
      location: content,
      size: bytes.length,
      open: () => piecesOf(bytes, 3),
      ...over,
    };
  }

  const document = sampleDocument({ lines: [sampleLine({ manufacturerPartNumber: 'A1' })] });

  function inContext(): SampleContext {
    const { types } = context.policy.attachments;
    const attachments = { ...context.policy.attachments, newVersion, types };
    return { ...context, policy: { ...context.policy, attachments } };
  }
  const plan = (...files: readonly AttachmentInput[]): Promise<Plan> =>
    makePlan(inContext(), document, { attachments: files });
  const apply = (made: Plan): Promise<PushResult> =>
    applyPlan(inContext(), made, {
      openAttachment: (location) => piecesOf(new TextEncoder().encode(location)),
    });
  const push = async (...files: readonly AttachmentInput[]): Promise<PushResult> =>
    apply(await plan(...files));

  function names(): readonly string[] {
    return [...psa.attachments.values()].flat().map(({ id, name, marker }) => {
      return `${id} ${name}${marker === undefined ? ' of a person' : ''}`;
    });
  }

  function addOfPerson(name: string): void {
    const [opportunityId] = [...psa.opportunities.keys()];
    const stored = psa.attachments.get(opportunityId ?? '') ?? [];
    psa.attachments.set(opportunityId ?? '', [...stored, { id: 'p1', name }]);
  }

  describe('a new version of a file', () => {
    it('stands beside the earlier one when it is to be added', async () => {
      newVersion = 'add';
      await push(file('%PDF one'));
      const result = await push(file('%PDF two'));
      expect(names()).to.have.length(2);
      expect(result.attachments[0]).to.not.have.property('replaced');
    });

    it('takes the place of the earlier one', async () => {
      const first = await push(file('%PDF one'));
      const second = await push(file('%PDF two'));
      expect(names()).to.deep.equal([`${second.attachments[0]?.id ?? ''} quote.pdf`]);
      expect(second.attachments[0]?.replaced).to.deep.equal([first.attachments[0]?.id]);
      expect(psa.writes.slice(-2)).to.deep.equal([
        'upload quote.pdf',
        `remove ${first.attachments[0]?.id ?? ''}`,
      ]);
    });

    it('takes its place even when the state was lost', async () => {
      await push(file('%PDF one'));
      await forgetState();
      await push(file('%PDF two'));
      expect(names()).to.have.length(1);
    });

    it('never takes the place of a file of a person', async () => {
      await push();
      addOfPerson('quote.pdf');
      await push(file('%PDF one'));
      await push(file('%PDF two'));
      await forgetState();
      await push(file('%PDF three'));
      expect(names()).to.have.length(2);
      expect(names()[0]).to.equal('p1 quote.pdf of a person');
    });

    it('leaves files of other names, and of the same push, where they are', async () => {
      await push(file('%PDF one'), file('%PDF other', { name: 'other.pdf' }));
      await push(file('%PDF two'), file('%PDF three'));
      await push(file('%PDF two'), file('%PDF three'));
      expect(names().map((entry) => entry.split(' ')[1])).to.deep.equal([
        'other.pdf',
        'quote.pdf',
        'quote.pdf',
      ]);
    });

    it('may be the one before the last again', async () => {
      await push(file('%PDF one'));
      await push(file('%PDF two'));
      const third = await push(file('%PDF one'));
      expect(names()).to.deep.equal([`${third.attachments[0]?.id ?? ''} quote.pdf`]);
    });

    it('stands beside the earlier one, with a warning, in a PSA that deletes none', async () => {
      const { attachments } = psa.contactManager;
      if (attachments !== undefined) delete attachments.remove;
      await push(file('%PDF one'));
      const result = await push(file('%PDF two'));
      expect(names()).to.have.length(2);
      expect(result.issues.map(({ about }) => about)).to.deep.equal(['attachments.newVersion']);
    });

    for (const fault of ['lostBefore', 'lostAfter', 'rejected', 'cancelled'] as const) {
      for (const lost of [false, true]) {
        it(`is finished by a rerun when deleting was ${fault}${lost ? ' and the state is gone' : ''}`, async () => {
          const first = await push(file('%PDF one'));
          if (lost) await forgetState();
          const made = await plan(file('%PDF two'));
          // Deleting is tried three times.
          const deleting = fault === 'rejected' || fault === 'cancelled' ? [fault] : [fault, fault, fault];
          psa.faults.push(undefined, ...deleting);
          const failed: unknown = await apply(made).catch((error: unknown) => error);
          expect(failed).to.have.property('code');
          const again = await push(file('%PDF two'));
          expect(names()).to.have.length(1);
          expect(again.attachments[0]).to.include({ action: 'updated' });
          expect(again.attachments[0]?.replaced).to.deep.equal([first.attachments[0]?.id]);
          expect((await push(file('%PDF two'))).status).to.equal('unchanged');
        });
      }
    }

    it('is never deleted itself when it is wanted back after a push that was cut off', async () => {
      const first = await push(file('%PDF one'));
      psa.faults.push(undefined, 'cancelled');
      await apply(await plan(file('%PDF two'))).catch(() => undefined);
      await push(file('%PDF one'));
      expect(names()).to.deep.equal([`${first.attachments[0]?.id ?? ''} quote.pdf`]);
      expect((await push(file('%PDF one'))).status).to.equal('unchanged');
    });

    it('is counted among the requests that are expected', async () => {
      await push(file('%PDF one'));
      const before = psa.writes.length;
      const made = await plan(file('%PDF two'));
      expect(parsePlan(JSON.parse(JSON.stringify(made)) as unknown, 'plan.json')).to.deep.equal(made);
      await apply(made);
      expect(made.requests.expected.write).to.equal(psa.writes.length - before);
    });
  });

  describe('the same content', () => {
    it('is not uploaded twice, whatever its name', async () => {
      await push(file('%PDF one'), file('%PDF one', { name: 'again.pdf' }));
      await push(file('%PDF one', { name: 'third.pdf' }));
      await forgetState();
      await push(file('%PDF one'));
      expect(psa.writes.filter((write) => write.startsWith('upload'))).to.have.length(1);
    });

    it('is named as the PSA has it, whatever it is called now and whatever is remembered', async () => {
      await push(file('%PDF one'));
      for (const forget of [false, false, true]) {
        if (forget) await forgetState();
        const made = await plan(file('%PDF one', { name: 'third.pdf' }));
        const operation = made.operations.find(({ kind }) => kind === 'attachment');
        expect(operation).to.include({ action: 'keep', name: 'third.pdf', storedName: 'quote.pdf' });
        expect(parsePlan(JSON.parse(JSON.stringify(made)) as unknown, 'plan.json')).to.deep.equal(made);
        const { attachments } = await apply(made);
        expect(attachments[0]).to.include({ action: 'kept', name: 'third.pdf', storedName: 'quote.pdf' });
      }
      expect((await push(file('%PDF one'))).attachments[0]).to.not.have.property('storedName');
    });
  });

  describe('what may not be attached', () => {
    const refused: readonly (readonly [string, AttachmentInput, string, string])[] = [
      ['type', file('MZ', { name: 'setup.exe', location: 'C:/setup.exe' }), 'attachments.types', 'exe'],
      ['no ending', file('x', { name: 'README', location: 'C:/README' }), 'attachments.types', 'no ending'],
      ['content', file('hello', { location: 'C:/quote.pdf' }), 'quote.pdf', 'not what its name says'],
      ['empty', file('', { location: 'C:/quote.pdf' }), 'quote.pdf', 'is empty'],
      ['changing', file('%PDF', { size: 5, location: 'C:/quote.pdf' }), 'quote.pdf', 'said to have 5 bytes'],
    ];
    for (const [what, input, about, message] of refused) {
      it(`is a conflict that names the file (${what})`, async () => {
        const made = await plan(input);
        expect(made.conflicts).to.have.length(1);
        expect(made.conflicts[0]).to.include({ about });
        expect(made.conflicts[0]?.message).to.contain(message).and.contain(input.location);
      });
    }

    it('are all named at once', async () => {
      expect((await plan(...refused.map(([, input]) => input))).conflicts).to.have.length(refused.length);
    });

    it('is a type that the settings do not name', async () => {
      const made = await makePlan(
        { ...context, policy: samplePolicy({ attachments: { types: ['txt'] } }) },
        document,
        { attachments: [file('%PDF'), file('any', { name: 'notes.TXT' })] },
      );
      expect(made.conflicts.map(({ about }) => about)).to.deep.equal(['attachments.types']);
    });

    it('is not even read when it is too large', async () => {
      const { attachments } = psa.contactManager;
      Object.assign(attachments ?? {}, { maximumBytes: 3 });
      const made = await plan(
        file('%PDF', {
          open: () => {
            throw new Error('it was opened');
          },
        }),
      );
      expect(made.conflicts[0]?.message).to.contain('has 4 bytes; the PSA takes at most 3');
    });
  });
});
