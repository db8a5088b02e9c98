import { expect } from 'chai';
import { opportunityStamp, quoteStamp } from '../../src/plan/content-stamp.js';

describe('the stamp of a record', () => {
  it('is the same for a new record and for one that is there already', async () => {
    const opportunity = { title: 'T', clientId: 'c1' };
    expect(await opportunityStamp({ ...opportunity, ticketTypeId: 't1' })).to.equal(
      await opportunityStamp(opportunity),
    );
    const quote = { title: 'T' };
    expect(await quoteStamp({ ...quote, statusId: 's1' }, [])).to.equal(await quoteStamp(quote, []));
  });

  it('is another one for whatever else is said', async () => {
    expect(await opportunityStamp({ title: 'T' })).not.to.equal(await opportunityStamp({ title: 'U' }));
    const line = { key: 'k', wanted: { price: '1' } };
    const stamps = [
      await quoteStamp({ title: 'T' }, [line]),
      await quoteStamp({ title: 'U' }, [line]),
      await quoteStamp({ title: 'T' }, []),
      await quoteStamp({ title: 'T' }, [{ ...line, wanted: { price: '2' } }]),
      await quoteStamp({ title: 'T' }, [{ ...line, key: 'l' }]),
      await quoteStamp({ title: 'T' }, [line, { ...line, key: 'l' }]),
      await quoteStamp({ title: 'T' }, [{ ...line, key: 'l' }, line]),
    ];
    expect(new Set(stamps).size).to.equal(stamps.length);
  });

  it('says nothing of the place of a line and of the id of its product, which machines may know otherwise', async () => {
    const stamp = await quoteStamp({}, [{ key: 'k', wanted: { name: 'N', position: 1, itemId: null } }]);
    expect(await quoteStamp({}, [{ key: 'k', wanted: { name: 'N', position: 3, itemId: 'i1' } }])).to.equal(
      stamp,
    );
  });
});
