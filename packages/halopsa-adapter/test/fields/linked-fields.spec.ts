import { expect } from 'chai';
import { openSandbox, type OpenSandbox } from '../support/open-sandbox.js';
import { quoteMarker as marker } from '../support/sandbox-quotes.js';

describe('fields that travel with a record, against the sandbox', () => {
  let sandbox: OpenSandbox;
  beforeEach(async () => {
    sandbox = await openSandbox();
  });
  afterEach(() => sandbox.close());

  async function choicesOf(object: 'quotes' | 'lineItems', name: string): Promise<readonly string[]> {
    const fields = await sandbox.manager.fields.list(object);
    return fields.find((field) => field.name === name)?.choices ?? [];
  }

  it('go with opportunities, quotes and lines, and are shown when asked for only', async () => {
    const { opportunities, quotes } = sandbox.manager;
    const linked = {
      CFSeats: '25',
      CFDecisionDate: '2026-12-24',
      oppreason: 'Growth',
      opptrialdate: '2026-12-01',
    };
    const ask = {
      linked: {
        opportunities: Object.keys(linked),
        quotes: ['CFPaymentTerms'],
        lineItems: ['CFServiceLevel'],
      },
    };
    const owner = { title: 'With fields', clientId: '101', siteId: '201', ticketTypeId: '33' };
    const { id: opportunityId } = await opportunities.create({ ...owner, linked }, marker);
    expect((await opportunities.get(opportunityId, ask))?.linked).to.deep.equal(linked);
    expect(await opportunities.get(opportunityId)).not.to.have.property('linked');
    await opportunities.update(opportunityId, { linked: { CFSeats: '' } }, marker);
    expect((await opportunities.get(opportunityId, ask))?.linked).to.deep.equal({ ...linked, CFSeats: '' });
    const terms = (await choicesOf('quotes', 'CFPaymentTerms'))[1] ?? '';
    const level = (await choicesOf('lineItems', 'CFServiceLevel'))[0] ?? '';
    const { id } = await quotes.create(
      { opportunityId, title: 'Q', linked: { CFPaymentTerms: terms } },
      [
        {
          action: 'create',
          key: 'a',
          fields: {
            kind: 'text',
            position: 1,
            itemId: null,
            itemNumber: '',
            name: 'A',
            note: '',
            quantity: '1',
            price: '1',
            billingPeriod: 'oneOff',
            optional: false,
            groupKey: null,
            linked: { CFServiceLevel: level },
          },
        },
      ],
      marker,
    );
    const quote = await quotes.get(id, ask);
    expect(quote?.linked).to.deep.equal({ CFPaymentTerms: terms });
    expect(quote?.lines?.[0]?.linked).to.deep.equal({ CFServiceLevel: level });
  });

  it('of a new opportunity win over fixed values of the same name', async () => {
    const manager = sandbox.managerWith({
      newOpportunityCustomFields: [
        { name: 'CFQuoteReference', value: 'fixed' },
        { name: 'cftendernumber', value: 'fixed' },
      ],
    });
    const fields = { title: 'T', clientId: '101', siteId: '201', ticketTypeId: '33' };
    const { id } = await manager.opportunities.create(
      { ...fields, linked: { CFTenderNumber: 'T-1' } },
      marker,
    );
    const asked = { linked: { opportunities: ['CFTenderNumber', 'CFQuoteReference'] } };
    expect((await manager.opportunities.get(id, asked))?.linked).to.deep.equal({
      CFTenderNumber: 'T-1',
      CFQuoteReference: 'fixed',
    });
  });
});
