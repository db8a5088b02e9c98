import { expect } from 'chai';
import type { JsonObject, PushOptions, PushResult, QuoteDocument } from '@quotebridge/core';
import { withoutTotals } from './changed-document.js';
import { endState } from './end-state.js';
import { exampleDocument } from './example-document.js';
import { exampleBytes, exampleContent } from './example-file.js';
import { HeldLine } from './held-line.js';
import { Tenant } from './tenant.js';

/** More than any push here takes. */
const mostRequests = 60;

/** A machine has a state and a line of its own; nothing but the PSA connects it with another one. */
interface Machine extends AsyncDisposable {
  readonly line: HeldLine;
  readonly push: (document: QuoteDocument, options?: PushOptions) => Promise<PushResult>;
}

for (const omittedQuoteLines of ['delete', 'keep'] as const) {
  describe(`Two machines with states of their own, on a PSA that ${omittedQuoteLines}s lines that are left out`, () => {
    let tenant: Tenant;
    const attachments = [
      {
        name: 'quote.pdf',
        mediaType: 'application/pdf',
        location: 'quote.pdf',
        size: exampleBytes('quote.pdf').length,
        open: () => exampleContent('quote.pdf'),
      },
    ];

    before(async () => {
      tenant = await Tenant.start({ items: 30, switches: { omittedQuoteLines, authInfo: 'off' } });
    });
    after(() => tenant[Symbol.asyncDispose]());
    beforeEach(() => tenant.reset());

    async function machine(): Promise<Machine> {
      const line = await HeldLine.to(tenant.sandbox.url);
      const state = tenant.newState();
      const account = { ...(tenant.settings['account'] as JsonObject), serverUrl: line.url };
      const settings = { ...tenant.settings, account };
      return {
        line,
        push: (document, options) => tenant.push(state, document, options, settings),
        [Symbol.asyncDispose]: () => line[Symbol.asyncDispose](),
      };
    }

    /** One machine is held before each of its requests in turn, while the other one pushes from its start to its end. */
    async function everyOrder(
      prepare: (one: Machine, other: Machine) => Promise<void>,
      push: (machine: Machine) => Promise<PushResult>,
    ): Promise<void> {
      let undisturbed = '';
      for (let nth = 1; nth <= mostRequests; nth += 1) {
        await tenant.reset();
        await using one = await machine();
        await using other = await machine();
        await prepare(one, other);
        if (undisturbed === '') {
          await push(one);
          undisturbed = endState(await tenant.state());
          continue;
        }
        const held = one.line.hold(nth - 1);
        const pushed = push(one);
        const isHeld = await Promise.race([held.then(() => true), pushed.then(() => false)]);
        const second = await push(other);
        one.line.letGo();
        const first = await pushed;
        expect(endState(await tenant.state()), `held at request ${nth - 1}`).to.equal(undisturbed);
        for (const { proof, issues } of [first, second]) {
          expect(proof?.verdict ?? 'equal', `proof, held at request ${nth - 1}`).to.equal('equal');
          expect(issues.filter(({ level }) => level === 'error')).to.deep.equal([]);
        }
        if (!isHeld) {
          expect(nth, 'requests that were held').to.be.above(4);
          return;
        }
      }
      throw new Error('There was no end of requests.');
    }

    it('push the same new document: one opportunity, quote, product and file, whichever comes first', async function () {
      this.timeout(120_000);
      const document = await exampleDocument('AAAQ1005-01');
      await everyOrder(
        async () => undefined,
        (machine) => machine.push(document, { attachments }),
      );
    });

    it('push the same new document, and one is cut off after any of its writes: its next push takes its own away', async function () {
      this.timeout(240_000);
      const document = await exampleDocument('AAAQ1005-01');
      await tenant.push(tenant.newState(), document, { attachments });
      const undisturbed = endState(await tenant.state());
      let removed = 0;
      for (let nth = 1; nth <= mostRequests; nth += 1) {
        await tenant.reset();
        await using one = await machine();
        await using other = await machine();
        const held = one.line.hold(nth, { onlyWrites: true });
        const pushed = one.push(document, { attachments }).catch(() => undefined);
        const isHeld = await Promise.race([held.then(() => true), pushed.then(() => false)]);
        if (!isHeld) {
          expect(removed, 'opportunities and quotes that were taken away').to.equal(2);
          return;
        }
        await other.push(document, { attachments });
        one.line.letGoAndCut();
        await pushed;
        one.line.mend();
        const left = await tenant.state();
        const { issues, proof } = await one.push(document, { attachments });
        const twins = issues.filter(({ message }) => message.includes('twice'));
        for (const { about, next } of twins) {
          // What other quotes may have by now is left to a person, by name.
          expect(about, `cut off after write ${nth}`).to.match(/^item /);
          await tenant.delete('Item', Number(/the product (\d+)/.exec(next ?? '')?.[1]));
        }
        const now = await tenant.state();
        removed +=
          left.opportunities.length + left.quotes.length - now.opportunities.length - now.quotes.length;
        expect(endState(now), `cut off after write ${nth}`).to.equal(undisturbed);
        expect(proof?.verdict ?? 'equal').to.equal('equal');
      }
      throw new Error('There was no end of requests.');
    });

    it('push the same new document in the same instant, five of them', async function () {
      this.timeout(120_000);
      const document = await exampleDocument('AAAQ1005-01');
      await tenant.push(tenant.newState(), document, { attachments });
      const undisturbed = endState(await tenant.state());
      await tenant.reset();
      const pushes = Array.from({ length: 5 }, () =>
        tenant.push(tenant.newState(), document, { attachments }),
      );
      const results = await Promise.all(pushes);
      expect(endState(await tenant.state())).to.equal(undisturbed);
      for (const { proof, quote } of results) {
        expect(proof?.verdict ?? 'equal').to.equal('equal');
        expect(quote?.id).to.equal(results[0]?.quote?.id);
      }
    });

    it('push the same new line: it stands there once, whichever comes first', async function () {
      this.timeout(120_000);
      const document = await exampleDocument('AAAQ1001');
      const longer = withLine(document);
      await everyOrder(
        async (one, other) => {
          await one.push(document);
          await other.push(document);
        },
        (machine) => machine.push(longer),
      );
    });
  });
}

function withLine(document: QuoteDocument): QuoteDocument {
  const product = document.lines.find(({ lineType }) => lineType === 'product');
  if (product === undefined) throw new Error('There is no product in it.');
  return {
    ...withoutTotals(document),
    lines: [...document.lines, { ...product, key: 'added-later', quantity: '3' }],
  };
}
