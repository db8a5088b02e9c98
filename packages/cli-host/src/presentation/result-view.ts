import { proofRows } from './proof-rows.js';
import { type Colours, counted } from '@quotebridge/command-line/terminal';
import type { LineCounts, PushIssue, PushResult, RecordResult } from '@quotebridge/core';

/** What became of one document, for people; `done` says what was done to it. */
export function resultView(result: PushResult, colours: Colours, done = 'Pushed:'): string {
  const { document, requests } = result;
  const rows = [
    `${heading(result, colours, done)} ${colours.bold(`${document.type.toLowerCase()} ${document.number}`)}`,
  ];
  if (result.opportunity !== undefined) rows.push(recordRow('opportunity', result.opportunity, colours));
  if (result.quote !== undefined) {
    rows.push(
      `${recordRow('quote', result.quote, colours)}  ${lineCountsText(result.quote.lines)}`.trimEnd(),
    );
  }
  const created = result.items.filter((item) => item.action === 'created');
  const updated = result.items.filter((item) => item.action === 'updated');
  const matched = result.items.length - created.length - updated.length;
  for (const { object, id, name, action } of result.contacts ?? []) {
    const kind = object === 'clients' ? 'client' : 'user';
    rows.push(`  ${kind.padEnd(11)}  ${id} ${action}  ${name}`);
  }
  if (created.length > 0) rows.push(`  items        ${created.length} created: ${shownNumbers(created)}`);
  if (updated.length > 0) rows.push(`  items        ${updated.length} updated: ${shownNumbers(updated)}`);
  if (matched > 0) rows.push(`  items        ${matched} found in the catalogue`);
  for (const attachment of result.attachments) {
    const { name, storedName, replaced = [] } = attachment;
    const instead = replaced.length === 0 ? '' : colours.dim(`  in place of ${replaced.join(', ')}`);
    const there = storedName === undefined ? '' : `, there as ${storedName}`;
    rows.push(`${recordRow('attachment', attachment, colours)}  ${name}${there}${instead}`);
  }
  if (result.reopened === true) rows.push('  completion   opened again');
  if (result.completion !== undefined) rows.push(`  completion   closed as ${result.completion}`);
  if (result.proof !== undefined) rows.push(...proofRows(result.proof, colours));
  rows.push(...result.issues.map((issue) => issueRows(issue, colours)));
  const total = requests.read + requests.write;
  rows.push(
    `  requests     ${total} (${counted(requests.read, 'read')}, ${counted(requests.write, 'write')})`,
  );
  return rows.join('\n');
}

function heading(result: PushResult, colours: Colours, done: string): string {
  if (result.issues.some(({ level }) => level === 'error')) return `${colours.red('✗')} ${done}`;
  if (result.status === 'skipped') return `${colours.yellow('–')} Not written:`;
  if (result.status === 'unchanged') return `${colours.green('✓')} Unchanged:`;
  return `${colours.green('✓')} ${done}`;
}

function recordRow(kind: string, record: RecordResult, colours: Colours): string {
  const link = record.url === undefined ? '' : `  ${colours.underline(record.url)}`;
  return `  ${kind.padEnd(11)}  ${record.id} ${record.action}${link}`;
}

function lineCountsText(lines: LineCounts): string {
  const parts = (['created', 'updated', 'removed', 'kept', 'foreign'] as const)
    .filter((name) => lines[name] > 0)
    .map((name) => `${lines[name]} ${name}`);
  return parts.length === 0 ? '' : `(lines: ${parts.join(', ')})`;
}

function shownNumbers(items: PushResult['items']): string {
  const most = 6;
  const shown = items.slice(0, most).map((item) => item.number);
  return `${shown.join(', ')}${items.length > most ? `, … and ${items.length - most} more` : ''}`;
}

function issueRows(issue: PushIssue, colours: Colours): string {
  const sign = issue.level === 'error' ? colours.red('✗') : colours.yellow('!');
  const next = issue.next === undefined ? '' : `\n    ${colours.cyan('Next:')} ${issue.next}`;
  return `  ${sign} ${issue.about}: ${issue.message}${next}`;
}
