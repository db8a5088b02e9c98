import { expect } from 'chai';
import fc from 'fast-check';
import { billingPeriods } from '../../src/domain/billing-period.js';
import {
  lineAttributes,
  lineTypes,
  type DocumentLine,
  type LineType,
} from '../../src/domain/document-line.js';
import { documentMoney } from '../../src/plan/document-money.js';
import { freightKey } from '../../src/select/freight-line.js';
import { selectLines, subtotalOf } from '../../src/select/select-lines.js';
import type { Selection } from '../../src/select/selected-line.js';
import { sampleDocument, sampleLine } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';

const policy = samplePolicy();

function select(lines: readonly Partial<DocumentLine>[], used = policy): Selection {
  const all = lines.map((line, index) => sampleLine({ key: `L${index + 1}`, ...line }));
  return selectLines(sampleDocument({ lines: all }), used);
}

function kinds({ lines }: Selection): readonly string[] {
  return lines.map(({ key, kind }) => `${key} ${kind}`);
}

describe('selectLines', () => {
  describe('by type of line', () => {
    const expected: Readonly<Record<LineType, string>> = {
      product: 'item 10',
      comment: 'text 0',
      subtotal: 'left out',
      groupHeader: 'heading 0',
      runningSubtotal: 'left out',
      sectionHeader: 'heading 0',
      percentDiscount: 'text 10',
      percentCharge: 'text 10',
      heading: 'heading 0',
      summary: 'left out',
    };
    const counts = (lineType: LineType): boolean => expected[lineType].endsWith(' 10');

    for (const lineType of lineTypes) {
      it(`takes a ${lineType} as: ${expected[lineType]}`, () => {
        const { lines, skipped, faults } = select([{ lineType }]);
        const [line] = lines;
        expect(line === undefined ? 'left out' : `${line.kind} ${line.amount}`).to.equal(expected[lineType]);
        expect(skipped).to.have.length(line === undefined ? 1 : 0);
        expect(faults).to.deep.equal([]);
      });

      it(`leaves an excluded ${lineType} out, and says why`, () => {
        const { lines, skipped } = select([{ lineType, attributes: ['exclude'] }]);
        expect(lines).to.deep.equal([]);
        expect(skipped[0]?.reason.text).to.contain('excluded');
      });

      it(`takes an option that is not selected as optional, when it is a ${lineType}`, () => {
        const { lines } = select([{ lineType, attributes: ['option'] }]);
        expect(lines.map(({ optional }) => optional)).to.deep.equal(
          expected[lineType] === 'left out' ? [] : [true],
        );
        expect(subtotalOf(lines)).to.equal('0');
      });

      it(`takes a selected option like any other ${lineType}`, () => {
        const { lines } = select([{ lineType, attributes: ['option', 'optionSelected'] }]);
        expect(lines.some(({ optional }) => optional)).to.equal(false);
        expect(subtotalOf(lines)).to.equal(counts(lineType) ? '10' : '0');
      });

      it(`multiplies a ${lineType} that is a group member by its group`, () => {
        const { lines } = select([
          { lineType: 'groupHeader', quantity: '3' },
          { lineType, attributes: ['groupMember'], groupQuantity: '3' },
        ]);
        const amount = lines.find(({ key }) => key === 'L2')?.amount;
        if (expected[lineType] === 'left out') expect(amount).to.equal(undefined);
        else expect(amount).to.equal(counts(lineType) ? '30' : '0');
      });

      it(`bills a recurring ${lineType} in its period`, () => {
        const { lines } = select([
          {
            lineType,
            attributes: ['recurring'],
            recurrence: { period: 'quarterly', firstPaymentIncluded: false },
          },
        ]);
        if (counts(lineType)) expect(lines[0]?.billingPeriod).to.equal('quarterly');
        expect(subtotalOf(lines)).to.equal('0');
      });
    }
  });

  describe('groups', () => {
    it('multiplies the amount and the quantity of a member by the quantity of its group', () => {
      const { lines } = select([
        { lineType: 'groupHeader', quantity: '3', unitPrice: '20' },
        {
          attributes: ['groupMember'],
          quantity: '2',
          unitPrice: '10',
          extendedPrice: '20',
          groupQuantity: '3',
        },
      ]);
      expect(lines[1]).to.deep.include({ quantity: '6', amount: '60', price: '10', groupKey: 'L1' });
      expect(lines[0]?.amount).to.equal('0');
    });

    it('counts the header alone when bundles are summarised', () => {
      const summary = samplePolicy({ quote: { groupedBundles: 'summary' } });
      const { lines, skipped } = select(
        [
          { lineType: 'groupHeader', quantity: '3', unitPrice: '20' },
          { attributes: ['groupMember'], groupQuantity: '3', unitPrice: '20' },
          { unitPrice: '5' },
        ],
        summary,
      );
      expect(lines.map(({ key, amount }) => `${key} ${amount}`)).to.deep.equal(['L1 60', 'L3 5']);
      expect(skipped.map(({ key }) => key)).to.deep.equal(['L2']);
    });

    it('makes all members of an optional group optional, a selected option among them included', () => {
      const { lines } = select([
        { lineType: 'groupHeader', attributes: ['option'] },
        { attributes: ['groupMember'] },
        { attributes: ['groupMember', 'option', 'optionSelected'] },
        {},
      ]);
      expect(lines.map(({ optional }) => optional)).to.deep.equal([true, true, true, false]);
    });

    it('leaves header and members of an optional group out when options are to be skipped', () => {
      const skip = samplePolicy({ quote: { options: 'skip' } });
      const selection = select(
        [{ lineType: 'groupHeader', attributes: ['option'] }, { attributes: ['groupMember'] }, {}],
        skip,
      );
      expect(kinds(selection)).to.deep.equal(['L3 item']);
    });

    it('leaves the members of an excluded group out', () => {
      const selection = select([
        { lineType: 'groupHeader', attributes: ['exclude'] },
        { attributes: ['groupMember'] },
        {},
      ]);
      expect(kinds(selection)).to.deep.equal(['L3 item']);
    });

    it('makes one optional member optional and not its group', () => {
      const { lines } = select([
        { lineType: 'groupHeader' },
        { attributes: ['groupMember', 'option'] },
        { attributes: ['groupMember'] },
      ]);
      expect(lines.map(({ optional }) => optional)).to.deep.equal([false, true, false]);
    });

    it('finds the group of a member in the last header above it, whatever stands in between', () => {
      const { lines } = select([
        { lineType: 'groupHeader', attributes: ['exclude'] },
        { attributes: ['groupMember'] },
        { lineType: 'comment' },
        { attributes: ['groupMember'] },
      ]);
      expect(lines.map(({ key }) => key)).to.deep.equal(['L3']);
    });

    it('ends a group where the next one starts', () => {
      const { lines } = select([
        { lineType: 'groupHeader', attributes: ['option'] },
        { attributes: ['groupMember'] },
        { lineType: 'groupHeader' },
        { attributes: ['groupMember'] },
      ]);
      expect(lines.map(({ groupKey }) => groupKey)).to.deep.equal([null, 'L1', null, 'L3']);
      expect(lines.map(({ optional }) => optional)).to.deep.equal([true, true, false, false]);
    });

    it('takes a member without any header as a line of its own', () => {
      const { lines } = select([{ attributes: ['groupMember'], groupQuantity: '2' }]);
      expect(lines[0]).to.deep.include({ groupKey: null, quantity: '2', amount: '20' });
    });
  });

  describe('comments and notes', () => {
    it('leaves comments out when they are to be skipped', () => {
      const skip = samplePolicy({ quote: { comments: 'skip' } });
      expect(kinds(select([{ lineType: 'comment' }, {}], skip))).to.deep.equal(['L2 item']);
    });

    it('names a line by the first line of its description and notes the rest', () => {
      const { lines } = select([{ description: 'Laptop\r\n16 GB\r\n1 TB', notes: 'silver' }]);
      expect(lines[0]).to.deep.include({ name: 'Laptop', note: '16 GB\n1 TB\n\nsilver' });
    });

    it('loses nothing of a very long first line', () => {
      const description = `${'long '.repeat(80)}end`;
      const [line] = select([{ description }]).lines;
      expect(line?.name).to.have.length(250);
      expect(line?.note).to.equal(description);
    });

    it('names a line without a description by what else it has', () => {
      const named = select([
        { description: ' ', manufacturerPartNumber: 'M1' },
        { description: '', internalPartNumber: 'I1' },
        { description: '', itemType: 'Labor' },
        { description: '' },
      ]);
      expect(named.lines.map(({ name }) => name)).to.deep.equal(['M1', 'I1', 'Labor', 'product']);
    });
  });

  describe('discounts and charges', () => {
    it('takes the amount that the document states, negative for a discount', () => {
      const { lines } = select([
        { lineType: 'percentDiscount', quantity: '1', unitPrice: '-5', extendedPrice: '-12.34' },
      ]);
      expect(lines[0]).to.deep.include({ quantity: '1', price: '-12.34', amount: '-12.34' });
    });

    it('keeps a returned product negative', () => {
      const { lines } = select([
        { quantity: '2', unitPrice: '-10' },
        { quantity: '-3', unitPrice: '10' },
      ]);
      expect(lines.map(({ amount }) => amount)).to.deep.equal(['-20', '-30']);
    });
  });

  describe('freight', () => {
    it('is a line of its own, outside the subtotal', () => {
      const { lines } = selectLines(
        sampleDocument({ freight: { amount: '7.5', cost: '5', taxable: true } }),
        policy,
      );
      expect(lines.at(-1)).to.deep.include({
        key: freightKey,
        kind: 'text',
        name: 'Freight',
        amount: '7.5',
        cost: '5',
        taxCode: 'Y',
        optional: false,
      });
      expect(subtotalOf(lines)).to.equal('10');
    });

    it('is no line when it costs nothing', () => {
      expect(select([{}]).lines).to.have.length(1);
    });

    it('cannot be mistaken for a line of the document with the same key', () => {
      const { faults } = selectLines(
        sampleDocument({
          lines: [sampleLine({ key: freightKey })],
          freight: { amount: '7.5', cost: '0', taxable: false },
        }),
        policy,
      );
      expect(faults.map(({ at }) => at)).to.deep.equal([freightKey]);
    });
  });

  describe('the sum', () => {
    const cents = fc.integer({ min: -100_000, max: 100_000 });
    const anyLine = fc.record({
      lineType: fc.constantFrom(...lineTypes),
      attributes: fc.uniqueArray(fc.constantFrom(...lineAttributes)),
      count: fc.integer({ min: -20, max: 20 }),
      groups: fc.integer({ min: 1, max: 7 }),
      cents,
      period: fc.constantFrom('weekly', 'monthly', 'quarterly', 'yearly'),
      stated: fc.boolean(),
    });

    it('is what an independent count in whole cents gives, per period, with each group counted once', () => {
      fc.assert(
        fc.property(fc.array(anyLine, { maxLength: 30 }), fc.boolean(), (shapes, summary) => {
          // A bundle that mixes periods cannot be one line.
          const recurs = (shape: { attributes: readonly string[] }): boolean =>
            !summary && shape.attributes.includes('recurring');
          const lines = shapes.map((shape, index) =>
            sampleLine({
              key: `L${index}`,
              lineType: shape.lineType,
              attributes: shape.attributes,
              quantity: String(shape.count),
              unitPrice: dollars(shape.cents),
              groupQuantity: shape.attributes.includes('groupMember') ? String(shape.groups) : '1',
              ...(shape.stated ? { extendedPrice: dollars(shape.cents * shape.count) } : {}),
              ...(recurs(shape) ? { recurrence: { period: shape.period, firstPaymentIncluded: false } } : {}),
            }),
          );
          const used = samplePolicy({ quote: { groupedBundles: summary ? 'summary' : 'members' } });
          const selection = selectLines(sampleDocument({ lines }), used);
          expect(selection.faults).to.deep.equal([]);
          const money = documentMoney(sampleDocument({ lines }), selection.lines);
          const expected = countByHand(lines, summary);
          for (const period of billingPeriods) {
            expect(money.net[period] ?? '0', `net ${period}`).to.equal(expected.net[period] ?? '0');
            expect(money.optional[period] ?? '0', `optional ${period}`).to.equal(
              expected.optional[period] ?? '0',
            );
          }
        }),
        { numRuns: 300 },
      );
    });

    it('is refused as one line when a bundle mixes what is billed once and monthly', () => {
      const lines = [
        sampleLine({ key: 'H', lineType: 'groupHeader' }),
        sampleLine({ key: 'A', attributes: ['groupMember'] }),
        sampleLine({
          key: 'B',
          attributes: ['groupMember', 'recurring'],
          recurrence: { period: 'monthly', firstPaymentIncluded: false },
        }),
      ];
      const used = samplePolicy({ quote: { groupedBundles: 'summary' } });
      expect(selectLines(sampleDocument({ lines }), used).faults.map(({ at }) => at)).to.deep.equal(['B']);
    });

    function dollars(amount: number): string {
      const text = String(Math.abs(amount)).padStart(3, '0');
      const number = `${amount < 0 ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
      return number.replace(/\.?0+$/, '').replace(/^-0$|^-?$/, '0');
    }

    function countByHand(
      lines: readonly DocumentLine[],
      summary: boolean,
    ): { net: Record<string, string>; optional: Record<string, string> } {
      const sums = { net: new Map<string, number>(), optional: new Map<string, number>() };
      for (const [index, line] of lines.entries()) {
        const has = (attribute: DocumentLine['attributes'][number]): boolean =>
          line.attributes.includes(attribute);
        const above = lines.slice(0, index).filter(({ lineType }) => lineType === 'groupHeader');
        const header =
          has('groupMember') && line.lineType !== 'groupHeader' ? above.at(-1)?.attributes : undefined;
        const money = ['product', 'percentDiscount', 'percentCharge'].includes(line.lineType);
        const counted =
          line.lineType === 'groupHeader' ? summary : money && !(summary && header !== undefined);
        if (!counted || has('exclude') || header?.includes('exclude') === true) continue;
        const open = (attributes: DocumentLine['attributes'] | undefined): boolean =>
          attributes?.includes('option') === true && !attributes.includes('optionSelected');
        const target = open(line.attributes) || open(header) ? sums.optional : sums.net;
        const amount =
          Math.round(Number(line.unitPrice) * 100) * Number(line.quantity) * Number(line.groupQuantity);
        const period = line.recurrence?.period ?? 'oneOff';
        target.set(period, (target.get(period) ?? 0) + amount);
      }
      const texts = (amounts: Map<string, number>): Record<string, string> =>
        Object.fromEntries([...amounts].map(([period, amount]) => [period, dollars(amount)]));
      return { net: texts(sums.net), optional: texts(sums.optional) };
    }
  });
});
