import { Ajv } from 'ajv';
import { expect } from 'chai';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { publishedSchema } from '../../src/schema/published-schema.js';
import { readBySchema } from '../../src/schema/read-by-schema.js';
import { ruleSetSchema } from '../../src/schema/rule-set-schema.js';
import { schemaTexts } from '../../src/schema/schema-texts.js';
import { fullDocument, randomDocument } from '../rule-set/random-rule-set.js';

describe('the schema of rule sets', () => {
  const file = JSON.parse(readFileSync(new URL('../../schema.json', import.meta.url), 'utf8')) as object;
  const valid = new Ajv({ strict: true, allErrors: true }).compile(file);
  const problemsOf = (document: unknown): readonly string[] =>
    readBySchema(ruleSetSchema, document).problems.map(({ code, path }) => `${code} ${path}`);

  it('is published as it is (npm run schema)', () => {
    expect(file).to.deep.equal(JSON.parse(JSON.stringify(publishedSchema())));
  });

  it('takes a document that says everything, and copies it', () => {
    expect(problemsOf(fullDocument)).to.deep.equal([]);
    expect(valid(fullDocument), JSON.stringify(valid.errors)).to.equal(true);
    const { value } = readBySchema(ruleSetSchema, fullDocument);
    expect(value).to.deep.equal(fullDocument);
    expect(value).not.to.equal(fullDocument);
  });

  it('judges as a validator of JSON Schema does, whatever the document', () => {
    let refused = 0;
    let taken = 0;
    fc.assert(
      fc.property(randomDocument, (document) => {
        const problems = problemsOf(document);
        expect(problems.length === 0, JSON.stringify([problems, valid.errors])).to.equal(valid(document));
        if (problems.length === 0) taken++;
        else refused++;
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(refused, taken), 'both verdicts were tried').to.be.above(100);
  });

  it('names places that a validator names, too', () => {
    fc.assert(
      fc.property(randomDocument, (document) => {
        valid(document);
        const places = (valid.errors ?? []).map(({ instancePath }) => instancePath);
        for (const { path, code } of readBySchema(ruleSetSchema, document).problems) {
          const at = code === 'rules.unknownKey' ? path.slice(0, path.lastIndexOf('/')) : path;
          expect(places, `${code} ${path}`).to.include(at);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('has a title and a description for every place that a person fills', () => {
    const without: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const { properties, title, description } = node as Record<string, unknown>;
      const filled =
        /\/properties\/[^/]+$/.test(path) && !/\/(when\/anyOf\/1|given)\/properties\//.test(path);
      if (filled && !(title && description)) without.push(path);
      for (const [name, child] of Object.entries(properties ?? {})) walk(child, `${path}/properties/${name}`);
      for (const key of ['items', 'additionalProperties'])
        walk((node as Record<string, unknown>)[key], `${path}/${key}`);
      for (const key of ['anyOf', 'allOf']) {
        const list = (node as Record<string, unknown>)[key];
        if (Array.isArray(list)) list.forEach((child, index) => walk(child, `${path}/${key}/${index}`));
      }
    };
    walk(file, '');
    const { definitions } = file as { readonly definitions: Record<string, unknown> };
    for (const [name, child] of Object.entries(definitions)) walk(child, `/definitions/${name}`);
    expect(without).to.deep.equal([]);
  });

  it('names the fields of QuoteWerks where keys are fields, so that editors offer them', () => {
    const text = JSON.stringify(file);
    for (const name of ['ItemType', 'DH_SalesRep', 'APP_LoggedInUserName'])
      expect(text.split(`"${name}":{`), name).to.have.length(3);
  });

  it('has no words about places that there are not', () => {
    const published = JSON.stringify(publishedSchema());
    for (const [place, { description }] of Object.entries(schemaTexts))
      expect(published, place).to.contain(JSON.stringify(description));
  });

  it('gives examples that it takes', () => {
    const ajv = new Ajv({ strict: true });
    ajv.addSchema(file, 'rules');
    let examples = 0;
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const own = (node as { readonly examples?: unknown }).examples;
      if (Array.isArray(own) && !path.endsWith('/properties'))
        for (const example of own) {
          examples++;
          const check = ajv.getSchema(`rules#${path}`);
          expect(check?.(example), `${path} ${JSON.stringify(example)}`).to.equal(true);
        }
      for (const [key, child] of Object.entries(node))
        if (key !== 'examples') walk(child, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    };
    walk(file, '');
    expect(examples).to.be.above(20);
  });

  it('says what is wrong, where, and what was probably meant', () => {
    const { problems } = readBySchema(ruleSetSchema, {
      version: '1',
      productGroup: {},
      taxes: {
        rows: [{ when: { TaxCode: { prefx: 'Y' } }, value: 12 }, 'x', { value: '', coment: '' }],
        match: 'Exact',
      },
      users: [],
      partNumber: { field: null, length: { maximum: 0 } },
    });
    expect(problems.map(({ path, message }) => `${path}: ${message}`)).to.deep.equal([
      '/version: “version” is “1”; expected: 1.',
      '/productGroup: The document has no key “productGroup”. Did you mean productGroups?',
      '/taxes/rows/0/when/TaxCode/prefx: “taxes.rows.0.when.TaxCode” has no key “prefx”. Did you mean prefix?',
      '/taxes/rows/0/value: “taxes.rows.0.value” is 12; expected: a text, in quotes.',
      '/taxes/rows/1: “taxes.rows.1” is “x”; expected: an object.',
      '/taxes/rows/2: “taxes.rows.2” lacks a key; expected: when.',
      '/taxes/rows/2/coment: “taxes.rows.2” has no key “coment”. Did you mean comment?',
      '/taxes/match: “taxes.match” is “Exact”. Did you mean exact?',
      '/users: “users” is a list; expected: an object.',
      '/partNumber/field: “partNumber.field” is empty; expected: a text.',
      '/partNumber/length/maximum: “partNumber.length.maximum” is 0; expected: 1 to 1000000.',
    ]);
    for (const document of [undefined, null, 1, 'x', [], () => 1, new Date(), new Map(), Symbol('x'), 10n])
      expect(problemsOf(document), typeof document).to.deep.equal(['rules.wrongType ']);
  });

  it('is not shaken by values that no file can hold', () => {
    const throwing = new Proxy({}, { ownKeys: () => { throw new Error('no'); } }); // prettier-ignore
    const cyclic: Record<string, unknown> = { version: 1 };
    cyclic['tables'] = { a: cyclic };
    const getter = { version: 1, get name(): string { throw new Error('no'); } }; // prettier-ignore
    const endless = { version: 1, tests: new Array<unknown>(4_000_000_000) };
    const deep = JSON.parse(`{"version":1,"comment":${'['.repeat(50_000)}${']'.repeat(50_000)}}`) as unknown;
    for (const document of [throwing, cyclic, getter, deep])
      expect(problemsOf(document)).not.to.deep.equal([]);
    expect(problemsOf(endless)[0]).to.equal('rules.wrongValue /tests');
  });
});
