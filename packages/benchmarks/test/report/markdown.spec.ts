import { expect } from 'chai';
import { contestBounds, isMet } from '../../src/report/bounds.js';
import { figure, markdown } from '../../src/report/markdown.js';
import type { ContestantReport, ContestReport, Report } from '../../src/report/report.js';

const spread = (median: number) => ({ median, low: median, high: median, best: median });
const one = (name: string, kind: ContestantReport['kind'], ratio: number): ContestantReport => ({
  name,
  kind,
  warm: spread(ratio * 20),
  ratio: spread(ratio),
});
const tables: ContestReport = {
  id: 'table',
  title: 'Tables',
  workloads: [
    {
      id: '10',
      title: '10 rows',
      baseline: 'Map',
      results: [
        one('mapping-rules', 'ours', 1.2),
        one('mapping-rules, explained', 'ours', 4),
        one('Map', 'baseline', 1),
        one('jexl', 'peer', 20),
        one('json-logic-js', 'peer', 10),
        { name: 'json-rules-engine', kind: 'peer', absent: 'one call took 11.0 s' },
      ],
    },
  ],
};

describe('The report of the benchmarks', () => {
  it('holds what was measured against what is promised', () => {
    const bounds = contestBounds(tables);
    expect(bounds.map(({ limit, measured }) => [limit, Number(measured.toFixed(3))])).to.deep.equal([
      [1.5, 1.2],
      [1, 0.12],
      [3, 3.333],
    ]);
    expect(bounds[1]?.what).to.contain('the fastest engine (json-logic-js)');
    expect(bounds.map(isMet)).to.deep.equal([true, true, false]);
  });

  it('calls a tie a tie, and nothing else', () => {
    const bound = { what: '', limit: 1, measured: 1.04, unit: '×' } as const;
    expect(isMet(bound)).to.equal(true);
    expect(isMet({ ...bound, measured: 1.06 })).to.equal(false);
    expect(isMet({ ...bound, limit: 1.5, measured: 1.51 })).to.equal(false);
    expect(isMet({ ...bound, unit: 'requests', measured: 2 })).to.equal(false);
  });

  it('names everybody, those who could not take part with the reason', () => {
    const environment = { node: '20', v8: '11', processor: 'p', cores: 2, platform: 'linux x64' };
    const report: Report = {
      environment,
      contests: [tables],
      measurements: [{ title: 'Plans', unit: 'ms', figures: { 'a plan': 12.34 } }],
      bounds: contestBounds(tables),
    };
    const text = markdown(report);
    expect(text).to.contain('**1 of them are missed.**');
    expect(text).to.contain('| json-rules-engine | n/a: one call took 11.0 s |');
    expect(text).to.contain('| **mapping-rules** | 24.0 | 24.0–24.0 | 1.20 |');
    expect(text).to.contain('| a plan | 12.3 ms |');
  });

  it('shows three digits that count', () => {
    expect([0.01234, 1.234, 12.34, 1234.5, 3_000_000].map(figure)).to.deep.equal([
      '0.0123',
      '1.23',
      '12.3',
      '1,235',
      '3,000,000',
    ]);
  });
});
