import { checkedFile, type CheckedFile } from '../check/checked-file.js';
import { checkView } from '../check/check-view.js';
import type { Action } from '@quotebridge/command-line';

export const checkRules: Action<{ readonly strict?: boolean }> = async (
  { terminal },
  { strict = false },
  paths,
) => {
  const files: CheckedFile[] = [];
  for (const path of paths) files.push(await checkedFile(path));
  const sum = (count: (file: CheckedFile) => number): number =>
    files.reduce((total, file) => total + count(file), 0);
  const [errors, warnings] = [sum((file) => file.errors), sum((file) => file.warnings)];
  terminal.result({ files, errors, warnings }, (shown) => checkView(shown.files, terminal));
  return errors > 0 || (strict && warnings > 0) ? 1 : 0;
};
