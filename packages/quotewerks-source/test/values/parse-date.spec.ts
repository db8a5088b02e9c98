import { expect } from 'chai';
import fc from 'fast-check';
import { parseDate } from '../../src/values/parse-date.js';

describe('parseDate', () => {
  const readable: readonly (readonly [text: string, date: string])[] = [
    ['3/1/2026', '2026-03-01'],
    ['12/31/2026', '2026-12-31'],
    ['03/01/2026 12:00:00 AM', '2026-03-01'],
    ['2/29/2028', '2028-02-29'],
    ['2026-03-01', '2026-03-01'],
    ['2026-03-01T08:30:00Z', '2026-03-01'],
    ['2026-03-01 00:00:00.000', '2026-03-01'],
    ['', ''],
    ['12/30/1899', ''],
    ['12/30/1899 12:00:00 AM', ''],
  ];
  for (const [text, date] of readable)
    it(`reads "${text}" as "${date}"`, () => expect(parseDate(text)).to.equal(date));

  for (const text of [
    '2/30/2026',
    '2/29/2027',
    '13/1/2026',
    '31/12/2026',
    '0/1/2026',
    '1/0/2026',
    '3/1/26',
    '2026-3-1',
  ])
    it(`refuses ${text}`, () => expect(parseDate(text)).to.equal(undefined));
  for (const text of ['1.3.2026', 'March 1, 2026', '46082', '1/1/0000', '2026-02-30', '3/1/2026x'])
    it(`refuses ${text}`, () => expect(parseDate(text)).to.equal(undefined));

  it('reads every day in both forms alike', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(parseDate(iso)).to.equal(iso);
        expect(parseDate(`${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`)).to.equal(
          iso,
        );
      }),
    );
  });
});
