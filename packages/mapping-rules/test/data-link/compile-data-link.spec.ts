import { expect } from 'chai';
import {
  compileDataLink,
  type DataLinkResult,
  type DataLinkRow,
  type DataLinkVocabulary,
} from '../../src/data-link.js';

const vocabulary: DataLinkVocabulary = {
  header: [
    { name: 'SoldToPhone', type: 'text' },
    { name: 'ShipToPhone', type: 'text' },
    { name: 'BillToPhone', type: 'text' },
    { name: 'DocNo', type: 'text', writable: false },
    { name: 'CustomText01', type: 'text' },
    { name: 'CustomText02', type: 'text' },
    { name: 'CustomNumber01', type: 'number' },
    { name: 'CustomDate01', type: 'date' },
  ],
  line: [
    { name: 'Vendor', type: 'text' },
    { name: 'QtyTotal', type: 'number' },
  ],
  records: {
    users: [
      { name: 'mobilenumber', label: 'Mobile number', type: 'text' },
      { name: 'phonenumber', type: 'text' },
      { name: 'secret', type: 'text', readable: false },
    ],
    clients: [
      { name: 'CFDiscount', type: 'number' },
      { name: 'CFTerms', type: 'choice', choices: ['30 days', 'Cash'] },
    ],
    opportunities: [
      { name: 'CFReference', type: 'text', maximumLength: 10 },
      { name: 'CFLeadSource', label: 'Lead source', type: 'choice', choices: ['Web', 'Fair'] },
      { name: 'CFBudget', type: 'number' },
      { name: 'CFFrom', type: 'date' },
      { name: 'CFHot', type: 'boolean' },
      { name: 'id', type: 'number', writable: false },
    ],
    lineItems: [{ name: 'CFVendor', type: 'text' }],
  },
};

const save = (from: string, to: string, object: DataLinkRow['object'] = 'opportunities'): DataLinkRow => ({
  on: 'save',
  object,
  from,
  to,
});
const valuesOf = ({ values }: DataLinkResult): Record<string, string> =>
  Object.fromEntries(values.map(({ field, value }) => [field, value]));

describe('compileDataLink', () => {
  describe('on choosing an address', () => {
    const rows: DataLinkRow[] = [
      { on: 'address', object: 'users', from: 'phonenumber', to: '***Phone' },
      { on: 'shipTo', object: 'users', from: 'mobilenumber', to: '***Phone' },
      { on: 'soldTo', object: 'clients', from: 'CFDiscount', to: 'CustomNumber01' },
      { on: 'soldTo', object: 'clients', from: 'CFTerms', to: 'CustomText01' },
    ];
    const rules = compileDataLink(rows, vocabulary);
    const records = {
      users: { phonenumber: '111', mobilenumber: '222' },
      clients: { CFDiscount: '12.50', CFTerms: 'Cash' },
    };

    it('fills the address that is chosen where the target is relative', () => {
      expect(rules.problems).to.deep.equal([]);
      expect(valuesOf(rules.choose('soldTo', records))).to.deep.equal({
        SoldToPhone: '111',
        CustomNumber01: '12.5',
        CustomText01: 'Cash',
      });
      expect(valuesOf(rules.choose('shipTo', records))).to.deep.equal({ ShipToPhone: '222' });
      expect(valuesOf(rules.choose('billTo', records))).to.deep.equal({ BillToPhone: '111' });
    });

    it('says which fields it reads and which row gave a value', () => {
      expect(rules.reads('shipTo', 'users')).to.deep.equal(['phonenumber', 'mobilenumber']);
      expect(rules.reads('billTo', 'clients')).to.deep.equal([]);
      expect(rules.choose('shipTo', records).values).to.deep.equal([
        {
          field: 'ShipToPhone',
          value: '222',
          row: 1,
          source: 'mobilenumber',
          others: [{ row: 0, source: 'phonenumber', text: '111' }],
        },
      ]);
    });

    it('lets a later source without a value change nothing', () => {
      const without = { users: { phonenumber: '111', mobilenumber: '  ' } };
      expect(valuesOf(rules.choose('shipTo', without))).to.deep.equal({ ShipToPhone: '111' });
    });

    it('takes a number for a text, and no text for a number', () => {
      const [wrong, right] = [
        { on: 'soldTo', object: 'users', from: 'phonenumber', to: 'CustomNumber01' },
        { on: 'soldTo', object: 'clients', from: 'CFDiscount', to: 'CustomText02' },
      ] as const;
      const { problems } = compileDataLink([right, wrong], vocabulary);
      expect(problems.map(({ code, path }) => [code, path])).to.deep.equal([['dataLink.wrongType', '/1/to']]);
    });

    it('knows only users and clients, fields that can be read, and columns that may be filled', () => {
      const { problems } = compileDataLink(
        [
          { on: 'soldTo', object: 'opportunities', from: 'CFReference', to: 'CustomText01' },
          { on: 'soldTo', object: 'users', from: 'secret', to: 'CustomText01' },
          { on: 'soldTo', object: 'users', from: 'phonenumber', to: 'DocNo' },
          { on: 'address', object: 'users', from: 'phonenumber', to: '***Mobile' },
        ],
        vocabulary,
      );
      expect(problems.map(({ code, path }) => `${code} ${path}`)).to.deep.equal([
        'dataLink.wrongObject /0/object',
        'dataLink.notReadable /1/from',
        'dataLink.notWritable /2/to',
        'dataLink.unknownField /3/to',
      ]);
    });
  });

  describe('on saving', () => {
    it('takes only like for like, whatever the case of a column', () => {
      const rules = compileDataLink(
        [
          save('customtext01', 'CFReference'),
          save('CustomText02', 'CFLeadSource'),
          save('CustomNumber01', 'CFBudget'),
          save('CustomDate01', 'CFFrom'),
        ],
        vocabulary,
      );
      expect(rules.problems).to.deep.equal([]);
      const header = {
        CustomText01: ' R-1 ',
        CustomText02: 'web',
        CustomNumber01: '1,234.50',
        CustomDate01: '3/9/2026 12:00:00 AM',
      };
      expect(valuesOf(rules.save('opportunities', header))).to.deep.equal({
        CFReference: 'R-1',
        CFLeadSource: 'Web',
        CFBudget: '1234.5',
        CFFrom: '2026-03-09',
      });
      const { problems } = compileDataLink(
        [
          save('CustomNumber01', 'CFReference'),
          save('CustomText01', 'CFBudget'),
          save('CustomText01', 'CFFrom'),
          save('CustomText01', 'CFHot'),
        ],
        vocabulary,
      );
      expect(problems.map(({ path }) => path)).to.deep.equal(['/0/to', '/1/to', '/2/to', '/3/to']);
      expect(new Set(problems.map(({ code }) => code))).to.deep.equal(new Set(['dataLink.wrongType']));
    });

    it('reads the line for lines, and the header for everything else', () => {
      const rules = compileDataLink([save('Vendor', 'CFVendor', 'lineItems')], vocabulary);
      expect(valuesOf(rules.save('lineItems', { Vendor: 'Ingram' }))).to.deep.equal({ CFVendor: 'Ingram' });
      expect(rules.save('opportunities', { Vendor: 'Ingram' }).values).to.deep.equal([]);
      const { problems } = compileDataLink([save('CustomText01', 'CFVendor', 'lineItems')], vocabulary);
      expect(problems[0]?.message).to.contain('the lines of the document');
    });

    it('names every row that cannot work, with what was probably meant', () => {
      const { problems } = compileDataLink(
        [
          save('CustomTex01', 'CFReferenc'),
          save('DocNo', 'Lead source'),
          save('DocNo', 'id'),
          save('DocNo', 'cfreference'),
          save('DocNo', 'name', 'quotes'),
        ],
        vocabulary,
      );
      expect(problems.map(({ path, suggestions }) => [path, suggestions[0]])).to.deep.equal([
        ['/0/from', 'CustomText01'],
        ['/0/to', 'CFReference'],
        ['/1/to', 'CFLeadSource'],
        ['/2/to', undefined],
        ['/3/to', 'CFReference'],
        ['/4/object', undefined],
      ]);
      expect(problems[2]?.message).to.equal(
        'Row 2: opportunities have no field “Lead source”. Did you mean CFLeadSource (“Lead source”)?',
      );
      expect(problems[0]?.message).to.match(
        /^Row 1: the document has no field “CustomTex01”\. Did you mean /,
      );
    });

    it('finds a record’s field by what people call it, however they write that', () => {
      for (const wanted of ['leadsource', 'LEAD SOURCE', 'Leed source', 'source']) {
        const { problems } = compileDataLink([save('DocNo', wanted)], vocabulary);
        expect(problems[0]?.suggestions, wanted).to.include('CFLeadSource');
      }
    });

    it('takes a column of the document by its name in exports and by other spellings, its own name first', () => {
      const rules = compileDataLink(
        [
          save('DocumentHeaders_CustomText01', 'CFReference'),
          save('documentitems_vendor', 'CFVendor', 'lineItems'),
          save('ValidUntil', 'CFFrom'),
        ],
        { ...vocabulary, header: [...vocabulary.header, { name: 'Expires', type: 'date', otherNames: ['ValidUntil', 'DocNo'] }] }, // prettier-ignore
      );
      expect(rules.problems).to.deep.equal([]);
      const header = { CustomText01: 'R-1', Expires: '2026-12-01', DocNo: 'A1' };
      expect(valuesOf(rules.save('opportunities', header))).to.deep.equal({
        CFReference: 'R-1',
        CFFrom: '2026-12-01',
      });
      expect(valuesOf(rules.save('lineItems', { Vendor: 'Ingram' }))).to.deep.equal({ CFVendor: 'Ingram' });
      const { problems } = compileDataLink([save('DocumentItems_Vendor', 'CFReference')], vocabulary);
      expect(problems, 'a column of the lines is none of the header').to.have.length(1);
    });

    it('reports values that their target does not take, and leaves them out', () => {
      const rules = compileDataLink(
        [
          save('CustomText01', 'CFReference'),
          save('CustomText02', 'CFLeadSource'),
          save('CustomNumber01', 'CFBudget'),
          save('CustomDate01', 'CFFrom'),
        ],
        vocabulary,
      );
      const { values, problems } = rules.save('opportunities', {
        CustomText01: 'longer than ten',
        CustomText02: 'Radio',
        CustomNumber01: '12,5',
        CustomDate01: '2026-02-30',
      });
      expect(values).to.deep.equal([]);
      expect(problems.map(({ path, expected }) => `${path} ${expected}`)).to.deep.equal([
        '/0 a text of at most 10 characters',
        '/1 one of Web, Fair',
        '/2 a number such as 1234.5',
        '/3 a day of the calendar',
      ]);
    });

    it('takes the empty date of Windows for no date', () => {
      const rules = compileDataLink([save('CustomDate01', 'CFFrom')], vocabulary);
      for (const CustomDate01 of ['12/30/1899', '1899-12-30 00:00:00', ''])
        expect(rules.save('opportunities', { CustomDate01 })).to.deep.equal({ values: [], problems: [] });
    });

    it('is not fooled by names that every object has', () => {
      const odd = { ...vocabulary, header: [{ name: 'constructor', type: 'text' }] } as const;
      const rules = compileDataLink([save('constructor', 'CFReference')], odd);
      expect(rules.save('opportunities', {}).values).to.deep.equal([]);
    });
  });
});
