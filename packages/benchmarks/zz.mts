import { compileTable, quoteWerksFields } from '@quotebridge/mapping-rules';
import { loopOf } from './src/measure/loop-of.ts';
import { measureRounds } from './src/measure/measure-rounds.ts';
import { spreadOf } from './src/measure/spread.ts';
import { tableContest } from './src/table/table-contest.ts';
const w = tableContest.workloads[1];
const c: any = compileTable(w.table, { key:'ItemType', vocabulary: quoteWerksFields });
const t = c.rule;
const scopes = tableContest.inputsOf(tableContest.contestants[0], w);
const run: Record<string, (s:any)=>string> = {
  lookup: s => t.lookup(s).value,
  explain: s => t.explain(s).answer.value,
  values: s => { const e = t.explain(s); return e.values === undefined ? '' : e.answer.value; },
  valuesIn: s => { const e = t.explain(s); return e.values.ItemType === undefined ? '' : e.answer.value; },
  considered: s => { const e = t.explain(s); return e.considered === undefined ? '' : e.answer.value; },
  why: s => { const e = t.explain(s); return e.considered[0]?.why === '' ? '' : e.answer.value; },
  others: s => { const e = t.explain(s); return e.others < 0 ? '' : e.answer.value; },
  all: s => { const e = t.explain(s); return e.others < 0 || e.considered[0]?.why === '' || e.values.ItemType === undefined ? '' : e.answer.value; },
};
const f = await measureRounds(Object.entries(run).map(([name,r])=>({name, inputs: scopes.length, loop: loopOf(r as any, scopes, false)})), {rounds:7, milliseconds:40});
for (const [n,v] of f) console.log(n.padEnd(12), spreadOf(v).median.toFixed(1), spreadOf(v).best.toFixed(1));
