import { faultView } from '../errors/error-view.js';
import { documentName } from '../documents/document-name.js';
import type { IssueJson } from './issue-json.js';
import { table, wrappedRows } from '@quotebridge/command-line/table';
import { type Colours, momentText, type Terminal } from '@quotebridge/command-line/terminal';

/** Issues in a table, one line each. */
export function issueTable(
  issues: readonly IssueJson[],
  { width, colours }: Pick<Terminal, 'width' | 'colours'>,
): string {
  const rows = issues.map((issue) => [
    issue.id,
    signOf(issue, colours),
    documentName(issue.document.number),
    aboutText(issue),
    issue.message,
    String(issue.times),
    momentText(Date.parse(issue.lastSeen)),
  ]);
  const columns = [
    { title: 'id' },
    { title: '' },
    { title: 'document', shrinksTo: 10 },
    { title: 'about', shrinksTo: 8 },
    { title: 'what', shrinksTo: 24 },
    { title: 'times', align: 'right' as const, mayGo: true },
    { title: 'last seen', mayGo: true },
  ];
  return table(columns, rows, { width, colours });
}

/** Everything about one issue. */
export function issueView(issue: IssueJson, { width, colours }: Pick<Terminal, 'width' | 'colours'>): string {
  const { document, message, next, code, faults = [], source, times } = issue;
  const type = document.type === undefined ? '' : `${document.type.toLowerCase()} `;
  const fact = (name: string, value: string): string => `  ${colours.dim(name.padEnd(10))}  ${value}`;
  const seen =
    times === 1
      ? momentText(Date.parse(issue.lastSeen))
      : `${times} times, from ${momentText(Date.parse(issue.firstSeen))} to ${momentText(Date.parse(issue.lastSeen))}`;
  const dismissed = issue.dismissedAt === undefined ? '' : ` (dismissed)`;
  return [
    `${signOf(issue, colours)} ${colours.bold(issue.id)}  ${type}${documentName(document.number)}${colours.dim(dismissed)}`,
    ...wrappedRows(message, 2, width),
    ...faults.map((fault) => `    ${faultView(fault, undefined, colours)}`),
    ...candidatesOf(issue).map(({ id, name }) => `    ${id}  ${name}`),
    `  ${colours.cyan('Next:')} ${next}`,
    fact('about', aboutText(issue)),
    fact('code', code),
    fact('seen', seen),
    ...(source === undefined ? [] : [fact('from', [source.file, ...(source.attach ?? [])].join(', '))]),
  ].join('\n');
}

function signOf({ level, dismissedAt }: IssueJson, colours: Colours): string {
  if (dismissedAt !== undefined) return colours.dim('–');
  return level === 'error' ? colours.red('✗') : colours.yellow('!');
}

function aboutText({ about, line, attachment }: IssueJson): string {
  if (attachment !== undefined) return attachment;
  return line === undefined || about === `line ${line}` ? about : `${about}, line ${line}`;
}

function candidatesOf({ data }: IssueJson): readonly { readonly id: string; readonly name: string }[] {
  const { candidates } = (data ?? {}) as { readonly candidates?: unknown };
  return Array.isArray(candidates) ? (candidates as { id: string; name: string }[]) : [];
}
