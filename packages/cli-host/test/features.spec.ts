import { examples } from './harness/workplace.js';
import { runCommand } from './harness/run-command.js';
import { expect } from 'chai';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

interface Row {
  readonly number: string;
  readonly feature: string;
  readonly setting: string;
  readonly proof: string;
}

const docs = resolve(examples, '../docs');
const rows = featureRows(readFileSync(join(docs, 'features.md'), 'utf8'));

describe('docs/features.md', () => {
  let settings: ReadonlySet<string>;
  let pages: ReadonlySet<string>;
  before(async () => {
    const { stdout } = await runCommand(['schema', 'settings', '--plugin', 'halopsa']);
    const { properties = {} } = JSON.parse(stdout) as Schema;
    pages = new Set(Object.values(properties).map(({ title = '' }) => title));
    settings = new Set(Object.entries(properties).flatMap(([name, page]) => pathsBelow(page, name)));
  });

  it('has the 29 rows, numbered', () => {
    expect(rows.map(({ number }) => Number(number))).to.deep.equal(
      Array.from({ length: 29 }, (_, index) => index + 1),
    );
  });

  for (const { number, feature, setting, proof } of rows) {
    it(`row ${number} is proven by a test of its title, and its settings exist`, () => {
      const [, link = ''] = /^\[test\]\((.+)\)$/.exec(proof) ?? [];
      const path = join(docs, link);
      expect(existsSync(path), `${link} is not there`).to.equal(true);
      const { title, tests } = suiteOf(path);
      expect(title).to.equal(feature);
      expect(tests, 'a row needs tests').to.be.above(0);
      expect(unknownNames(setting)).to.deep.equal([]);
    });
  }

  /** `quote.status`, `updateExisting` of the same page as the one before, page Products, `push --title`, links. */
  function unknownNames(setting: string): readonly string[] {
    const unknown: string[] = [];
    let page = '';
    for (const [, name = ''] of setting.matchAll(/`([^`]+)`/g)) {
      if (name.startsWith('push ')) continue;
      const path = name.includes('.') ? name : `${page}.${name}`;
      page = path.slice(0, path.indexOf('.'));
      if (!settings.has(path)) unknown.push(name);
    }
    const named = /\bpages? ([^`;[]+)/.exec(setting)?.[1] ?? '';
    for (const title of named.split(/ and |, /).map((text) => text.trim())) {
      if (title !== '' && !pages.has(title)) unknown.push(`page ${title}`);
    }
    return unknown;
  }
});

interface Schema {
  readonly title?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
}

function pathsBelow({ properties = {} }: Schema, path: string): string[] {
  return Object.entries(properties).flatMap(([name, child]) => [
    `${path}.${name}`,
    ...pathsBelow(child, `${path}.${name}`),
  ]);
}

function featureRows(text: string): readonly Row[] {
  return text
    .split('\n')
    .filter((line) => /^\| *\d+ *\|/.test(line))
    .map((line) => {
      const [, number = '', feature = '', setting = '', proof = ''] = line
        .split('|')
        .map((cell) => cell.trim());
      return { number, feature, setting, proof };
    });
}

/** The title of the outermost `describe` of a file, and how many `it` it has. Read, not run. */
function suiteOf(path: string): { readonly title: string | undefined; readonly tests: number } {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  const constants = new Map<string, string>();
  let title: string | undefined;
  let tests = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer !== undefined && ts.isIdentifier(node.name)) {
      if (ts.isStringLiteralLike(node.initializer)) constants.set(node.name.text, node.initializer.text);
    }
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const [first] = node.arguments;
      if (node.expression.text === 'describe' && first !== undefined) title ??= textOf(first);
      if (node.expression.text === 'it') tests += 1;
    }
    ts.forEachChild(node, visit);
  };
  const textOf = (node: ts.Node): string | undefined =>
    ts.isStringLiteralLike(node) ? node.text : ts.isIdentifier(node) ? constants.get(node.text) : undefined;
  visit(source);
  return { title, tests };
}
