import { expect } from 'chai';
import { scopeOf } from '../vocabulary.js';
import { compiled } from './compiled.js';

describe('explain of a macro', () => {
  it('says what each part gave', () => {
    const macro = compiled('&di_itemtype:&DI_ManufacturerPartNumber');
    expect(macro.explain(scopeOf({ ItemType: ' Product ' }))).to.deep.equal({
      value: 'Product:',
      parts: [
        { kind: 'field', token: '&di_itemtype', area: 'line', field: 'ItemType', value: 'Product' },
        { kind: 'literal', text: ':', value: ':' },
        {
          kind: 'field',
          token: '&DI_ManufacturerPartNumber',
          area: 'line',
          field: 'ManufacturerPartNumber',
          value: '',
        },
      ],
      problems: [],
    });
  });

  it('says which alternative was taken, what its filters made of it, and which were not run', () => {
    const token = "&{DI_InternalPartNumber ?? (DI_CustomText01 ?? DI_ItemType|upper)|left:3 ?? 'NA'}";
    const explanation = compiled(`x${token}`).explain(scopeOf({ ItemType: 'labor' }));
    expect(explanation.value).to.equal('xLAB');
    expect(explanation.parts[1]).to.deep.equal({
      kind: 'expression',
      token,
      value: 'LAB',
      alternatives: [
        { text: 'DI_InternalPartNumber', taken: false, value: '', steps: [] },
        {
          text: '(DI_CustomText01 ?? DI_ItemType|upper)|left:3',
          taken: true,
          value: 'LAB',
          steps: [{ filter: 'left:3', value: 'LAB' }],
          alternatives: [
            { text: 'DI_CustomText01', taken: false, value: '', steps: [] },
            {
              text: 'DI_ItemType|upper',
              taken: true,
              value: 'LABOR',
              steps: [{ filter: 'upper', value: 'LABOR' }],
            },
          ],
        },
        { text: "'NA'", taken: false, value: undefined, steps: [] },
      ],
    });
  });

  it('says where a value was refused', () => {
    const explanation = compiled("&{DI_ItemType|lower|date:'yyyy' ?? 'NA'}").explain(
      scopeOf({ ItemType: 'A' }),
    );
    expect(explanation.value).to.equal('');
    expect(explanation.problems.map(({ code }) => code)).to.deep.equal(['macro.valueRefused']);
    expect(explanation.parts[0]).to.deep.include({
      alternatives: [
        {
          text: "DI_ItemType|lower|date:'yyyy'",
          taken: false,
          value: undefined,
          steps: [{ filter: 'lower', value: 'a' }],
        },
        { text: "'NA'", taken: false, value: undefined, steps: [] },
      ],
    });
  });
});
