import { expect } from 'chai';
import { compileValidator } from '../../src/settings/compile-validator.js';

const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['server'],
  properties: {
    server: { type: 'string', minLength: 1 },
    mode: { enum: ['a', 'b'], default: 'a' },
    version: { const: 1 },
    date: { type: 'string', format: 'date' },
    code: { type: 'string', pattern: '^[A-Z]{3}$', description: 'three capitals' },
    plain: { type: 'string', pattern: '^x' },
    secret: { type: 'string', writeOnly: true, minLength: 5, pattern: '^[a-z]+$' },
    agent: { type: 'string', lookup: 'agents' },
    size: { type: ['string', 'number'] },
    page: {
      type: 'object',
      additionalProperties: false,
      default: {},
      properties: { inner: { type: 'number', default: 7 }, token: { type: 'string', writeOnly: true } },
    },
    list: { type: 'array', items: { type: 'integer', minimum: 3 } },
    either: { oneOf: [{ type: 'number' }, { type: 'boolean' }] },
  },
};

describe('compileValidator', () => {
  const validator = compileValidator<Record<string, unknown>>(schema, '/settings');

  function faultOf(more: Record<string, unknown>): unknown {
    const { faults } = validator.validate({ server: 's', ...more });
    expect(faults).to.have.length(1);
    return faults[0];
  }

  it('fills in defaults, nested ones included, without touching the input', () => {
    const input = { server: 's' };
    expect(validator.validate(input).value).to.deep.equal({ server: 's', mode: 'a', page: { inner: 7 } });
    expect(input).to.deep.equal({ server: 's' });
  });

  it('shares no default between two values', () => {
    const first = validator.validate({ server: 's' }).value['page'];
    expect(validator.validate({ server: 's' }).value['page']).not.to.equal(first);
  });

  it('says where, what was found and what was expected', () => {
    expect(faultOf({ mode: 'c' })).to.deep.equal({
      at: '/settings/mode',
      value: 'c',
      expected: 'one of "a", "b"',
    });
    expect(faultOf({ version: 2 })).to.deep.equal({ at: '/settings/version', value: '2', expected: '1' });
    expect(faultOf({ date: '31.3.2026' })).to.deep.equal({
      at: '/settings/date',
      value: '31.3.2026',
      expected: 'a date such as 2026-03-31',
    });
    expect(faultOf({ code: 'usd' })).to.deep.equal({
      at: '/settings/code',
      value: 'usd',
      expected: 'three capitals',
    });
    expect(faultOf({ plain: 'y' })).to.deep.equal({
      at: '/settings/plain',
      value: 'y',
      expected: 'a text of the form ^x',
    });
    expect(faultOf({ size: true })).to.deep.equal({
      at: '/settings/size',
      value: 'true',
      expected: 'string or number',
    });
    expect(faultOf({ list: [3, 1] })).to.deep.equal({
      at: '/settings/list/1',
      value: '1',
      expected: 'a number that is at least 3',
    });
    const bounds = compileValidator({
      type: 'object',
      properties: {
        above: { type: 'number', exclusiveMinimum: 0 },
        most: { type: 'number', maximum: 9 },
        below: { type: 'number', exclusiveMaximum: 9 },
        short: { type: 'string', maxLength: 1 },
        some: { type: 'array', items: {}, minItems: 2 },
        few: { type: 'array', items: {}, maxItems: 1 },
        once: { type: 'array', items: {}, uniqueItems: true },
        steps: { type: 'number', multipleOf: 5 },
      },
    });
    const wrong = {
      above: 0,
      most: 10,
      below: 9,
      short: 'ab',
      some: [1],
      few: [1, 2],
      once: [1, 1],
      steps: 3,
    };
    expect(bounds.validate(wrong).faults.map(({ at, expected }) => `${at}: ${expected}`)).to.deep.equal([
      '/above: a number above 0',
      '/most: a number that is at most 9',
      '/below: a number below 9',
      '/short: a text of at most 1 character',
      '/some: at least 2 entries',
      '/few: at most 1 entry',
      '/once: each entry only once',
      '/steps: multiple of 5',
    ]);
    expect(faultOf({ server: '' })).to.deep.equal({
      at: '/settings/server',
      value: '',
      expected: 'a text that is not empty',
    });
  });

  it('names what is missing', () => {
    expect(validator.validate({}).faults).to.deep.equal([
      { at: '/settings/server', expected: 'a value: it is required' },
    ]);
  });

  it('names a misspelt name with those that are known, and not its value', () => {
    const fault = faultOf({ page: { toke: 'hunter2' } });
    expect(fault).to.deep.equal({
      at: '/settings/page/toke',
      expected: 'one of the known names: inner, token',
    });
  });

  it('escapes a name in a pointer', () => {
    expect(faultOf({ 'a/b~c': 1 })).to.have.property('at', '/settings/a~1b~0c');
  });

  it('gives one fault a place, also for a union', () => {
    expect(faultOf({ either: 'x' })).to.deep.include({ at: '/settings/either', value: 'x' });
  });

  it('reports everything at once', () => {
    const { faults } = validator.validate({ mode: 'c', date: 'x', other: 1 });
    expect(faults.map(({ at }) => at)).to.have.members([
      '/settings/server',
      '/settings/mode',
      '/settings/date',
      '/settings/other',
    ]);
  });

  it('never shows a secret, whatever is wrong with it or around it', () => {
    for (const settings of [
      { secret: 'H2' },
      { secret: 'HUNTER2' },
      { secret: 222222 },
      { secret: { password: 'HUNTER2' } },
      { page: [{ token: 'HUNTER2' }] },
      { page: 'HUNTER2' },
      { list: { token: 'HUNTER2' } },
    ]) {
      const { faults } = validator.validate({ server: 's', ...settings });
      expect(faults).not.to.deep.equal([]);
      expect(JSON.stringify(faults)).not.to.match(/HUNTER2|H2|222222/);
    }
  });

  it('shortens a long value', () => {
    const fault = faultOf({ mode: 'x'.repeat(5_000) }) as { value: string };
    expect(fault.value).to.have.length(80);
  });

  it('knows the annotation “lookup” and no other unknown keyword', () => {
    expect(() =>
      compileValidator({ type: 'object', properties: { a: { type: 'string', looukp: 'x' } } }),
    ).to.throw(/looukp/);
  });
});
