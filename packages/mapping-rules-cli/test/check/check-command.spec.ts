import { errorOf } from '../harness/run-command.js';
import { Workplace } from '../harness/workplace.js';
import { failureCodes } from '../../src/errors/failure.js';
import { ownProblemCodes } from '../../src/rules/own-problem-codes.js';
import { problemReference } from '@quotebridge/mapping-rules/reference';
import { expect } from 'chai';
import { readFileSync } from 'node:fs';

describe('mapping-rules check', () => {
  let place: Workplace;
  beforeEach(() => (place = new Workplace()));
  afterEach(() => place[Symbol.dispose]());

  const faulty = [
    'version: 1',
    'partNumber:',
    '  field: InternalPartNumber',
    '  generation: { mode: macro, macro: "x-&DI_ItemTyp" }',
    'productGrups: {}',
    'productGroups:',
    '  rows:',
    '    - { when: Labor, value: A }',
    '    - { when: labor, value: B }',
    '',
  ].join('\n');

  it('prints each problem as a line with its place, and exits with 1', async () => {
    place.write('rules.yaml', faulty);
    const { code, stdout, stderr } = await place.run(['check', 'rules.yaml']);
    expect(code).to.equal(1);
    expect(stderr).to.equal('');
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).to.match(
      /^rules\.yaml:4:40: error .*Did you mean &DI_ItemType\?.* \(macro\.unknownField\)$/,
    );
    expect(lines[1]).to.match(
      /^rules\.yaml:5:1: error .*productGrups.*Did you mean productGroups\?.* \(rules\.unknownKey\)$/,
    );
    expect(stdout).to.match(/^rules\.yaml:9:\d+: (error|warning) .*\(table\.(duplicateKey|shadowedRow)\)$/m);
    expect(lines.at(-1)).to.match(/^✗ rules\.yaml: [34] errors/);
    // Control characters are what is looked for.
    // eslint-disable-next-line no-control-regex
    expect(stdout).not.to.match(/\u001b/);
  });

  it('prints codes of its own that its README explains, beside those of the reference', async () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const problemCode = /\(([\w.]+)\)$/m;
    for (const text of ['version: 1\n\tusers: {}\n', 'users: {}\nusers: {}\n', 'version: [1\n', '"']) {
      place.write('rules.yaml', text);
      const [, code = ''] = problemCode.exec((await place.run(['check', 'rules.yaml'])).stdout) ?? [];
      expect(ownProblemCodes, text).to.include(code);
    }
    for (const code of [...ownProblemCodes, ...Object.keys(failureCodes)])
      expect(readme).to.contain(`\`${code}\``);
    for (const code of ownProblemCodes) expect(problemReference).not.to.have.property(code);
  });

  it('warns of tables whose names differ in case only, where the second name stands', async () => {
    place.write('rules.yaml', 'tables:\n  Group:\n    rows: { a: b }\n  group:\n    rows: { a: b }\n');
    expect((await place.run(['check', 'rules.yaml'])).stdout).to.match(
      /^rules\.yaml:4:3: warning .*“Group”.*\(table\.similarName\)$/m,
    );
  });

  it('has colours on a terminal, or when they are asked for', async () => {
    place.write('rules.yaml', faulty);
    const { stdout } = await place.run(['check', 'rules.yaml'], { FORCE_COLOR: '1' });
    expect(stdout).to.contain('\u001B[31merror\u001B[39m');
    const plain = await place.run(['check', 'rules.yaml', '--no-color'], { FORCE_COLOR: '1' });
    expect(plain.stdout).not.to.contain('\u001B');
  });

  it('gives the same to programs', async () => {
    place.write('rules.yaml', faulty);
    const ended = await place.run(['check', 'rules.yaml', '--json']);
    const { files, errors } = ended.json() as {
      files: {
        file: string;
        problems: { line: number; column: number; code: string; suggestions: string[] }[];
      }[];
      errors: number;
    };
    expect(errors).to.be.at.least(3);
    expect(files[0]?.file).to.equal('rules.yaml');
    expect(files[0]?.problems[0]).to.include({ line: 4, column: 40, code: 'macro.unknownField' });
    expect(files[0]?.problems[0]?.suggestions).to.deep.equal(['&DI_ItemType']);
  });

  it('finds rows that can never decide; with --strict that is a problem', async () => {
    place.write(
      'rules.yaml',
      'version: 1\nproductGroups:\n  rows:\n    - { when: { ItemType: { prefix: Lab } }, value: A }\n    - { when: Labor, value: B }\n',
    );
    const { code, stdout } = await place.run(['check', 'rules.yaml']);
    expect(stdout).to.match(/^rules\.yaml:5:\d+: warning .*\(table\.shadowedRow\)$/m);
    expect(code).to.equal(0);
    expect((await place.run(['check', 'rules.yaml', '--strict'])).code).to.equal(1);
  });

  it('names a case that comes out otherwise', async () => {
    place.write(
      'rules.yaml',
      'version: 1\nproductGroups: { rows: { Labor: Services } }\ntests:\n  - name: labour\n    given: { ItemType: Labor }\n    expect: { ProductGroup: Goods }\n',
    );
    const { code, stdout } = await place.run(['check', 'rules.yaml']);
    expect(code).to.equal(1);
    expect(stdout).to.match(/^rules\.yaml:6:\d+: error .*“Services” instead of “Goods”.*\(case\.differs\)$/m);
  });

  it('says where a file can no longer be read', async () => {
    place.write('rules.yaml', 'version: 1\nname: "x\nusers: {\n');
    const { code, stdout } = await place.run(['check', 'rules.yaml']);
    expect(code).to.equal(1);
    expect(stdout).to.match(/^rules\.yaml:\d+:\d+: error .*\(rules\.unreadable\)$/m);
    expect((await place.run(['check', 'rules.yaml', '--json'])).json()).to.have.property('errors', 1);
  });

  it('says it when a file is no rule file at all', async () => {
    for (const [text, found] of [
      ['', 'The file is empty.'],
      ['# nothing yet\n', 'The file is empty.'],
      ['ItemType,value\nLabor,Services\n', 'The file is a text.'],
      ['- a\n', 'The file is a list.'],
    ] as const) {
      place.write('rules.yaml', text);
      const { code, stdout } = await place.run(['check', 'rules.yaml']);
      expect(code).to.equal(1);
      expect(stdout).to.contain(
        `rules.yaml:1:1: error ${found} Expected keys and values, such as version: 1.`,
      );
      expect(stdout).to.contain('(rules.wrongType)');
    }
    const { code, stderr } = await place.run(['run', 'rules.yaml']);
    expect(code).to.equal(1);
    expect(stderr).to.contain('mapping-rules init');
  });

  it('says in words of its own that a file holds several documents', async () => {
    place.write('rules.yaml', 'version: 1\n---\nversion: 1\n');
    const { stdout } = await place.run(['check', 'rules.yaml']);
    expect(stdout)
      .to.contain('rules.yaml:2:1: error')
      .and.to.contain('a single document, without a line ---');
  });

  it('takes several files, and JSON', async () => {
    place.write('a.yaml', 'version: 1\n');
    place.write('b.json', '{\n  "version": 1,\n  "names": 2\n}\n');
    const { code, stdout } = await place.run(['check', 'a.yaml', 'b.json']);
    expect(code).to.equal(1);
    expect(stdout)
      .to.contain('✓ a.yaml')
      .and.to.match(/^b\.json:3:3: error .*names/m);
  });

  it('exits with 2 when there is no such file, or no file at all', async () => {
    const { code, stderr } = await place.run(['check', 'nothing.yaml']);
    expect(code).to.equal(2);
    expect(stderr).to.contain('The rule file “nothing.yaml” does not exist. (usage)');
    const ended = await place.run(['check', '--json']);
    expect(ended.code).to.equal(2);
    expect(errorOf(ended).code).to.equal('usage');
  });

  it('survives whatever is in a file', async () => {
    const hostile = [
      '', 'null', '[]', '3', '"text"', '{}', '__proto__: { version: 1 }', 'constructor: 1\nversion: 1',
      'version: 1\ntables: { __proto__: { rows: { __proto__: a } } }',
      'version: 1\nproductGroups: { rows: [1, null, [], { when: {} }] }',
      `version: 1\nname: ${'['.repeat(5_000)}`, 'version: 1\nname: !!binary x', '? [a, b]\n: 1\nversion: 1',
      'version: 1\nname: \u0007\u001B[2J', 'a: &a [*a]', '\uFEFFversion: 1', '%YAML 9.9\n---\nversion: 1',
    ]; // prettier-ignore
    hostile.forEach((text, index) => place.write(`${index}.yaml`, text));
    place.write('bytes.yaml', Uint8Array.from([0x6e, 0xe4, 0x3a, 0x20, 0x31]));
    const ended = await place.run(['check', ...hostile.map((_, index) => `${index}.yaml`)]);
    expect(ended.code, ended.stderr).to.equal(1);
    // Nothing steers the terminal.
    // eslint-disable-next-line no-control-regex
    expect(ended.stdout + ended.stderr).not.to.match(/[\u0007\u001b]/);
    const bytes = await place.run(['check', 'bytes.yaml']);
    expect(bytes.code).to.equal(2);
    expect(bytes.stderr).to.contain('not written in UTF-8');
  });
});
