import type { CheckedFile } from './checked-file.js';
import { problemLines } from '../rules/problem-lines.js';
import { counted, type Terminal } from '@quotebridge/command-line/terminal';

/** The problems of all files, a line each, and a line for each file. */
export function checkView(files: readonly CheckedFile[], { colours }: Pick<Terminal, 'colours'>): string {
  return files
    .flatMap((file) => {
      const { errors, warnings, problems } = file;
      const found = [
        ...(errors === 0 ? [] : [counted(errors, 'error')]),
        ...(warnings === 0 ? [] : [counted(warnings, 'warning')]),
      ].join(', ');
      const sign = errors > 0 ? colours.red('✗') : warnings > 0 ? colours.yellow('!') : colours.green('✓');
      const text = [found, contentText(file)].filter((part) => part !== '').join('; ');
      return [...problemLines(problems, colours), `${sign} ${file.file}: ${text}`];
    })
    .join('\n');
}

function contentText({ content }: CheckedFile): string {
  if (content === undefined) return '';
  const { tables, rows, cases, columns } = content;
  const gives = columns.length === 0 ? 'give nothing' : `give ${columns.join(', ')}`;
  return `rules that ${gives}; ${counted(tables, 'table')} with ${counted(rows, 'row')}, ${counted(cases, 'case')}`;
}
