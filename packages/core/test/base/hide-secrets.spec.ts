import { expect } from 'chai';
import { hideSecrets } from '../../src/base/hide-secrets.js';

describe('hiding secrets', () => {
  const secret = 'S3cr/et & 5% "quoted"';

  it('takes them out of texts of any depth, in every spelling', () => {
    const hide = hideSecrets([secret]);
    const spelt = [
      secret,
      encodeURIComponent(secret),
      new URLSearchParams([['', secret]]).toString().slice(1),
      JSON.stringify(secret).slice(1, -1),
    ];
    const given = { message: `a ${spelt.join(' b ')} c`, list: [{ at: secret }], count: 7, none: null };
    expect(hide(given)).to.deep.equal({
      message: 'a *** b *** b *** b *** c',
      list: [{ at: '***' }],
      count: 7,
      none: null,
    });
    const [nothing]: readonly string[] = [];
    expect(hide<string | undefined>(nothing)).to.equal(undefined);
  });

  it('leaves everything else alone', () => {
    const value = { a: ['b'] };
    expect(hideSecrets([])(value)).to.equal(value);
    expect(hideSecrets(['abc'])('abc')).to.equal('abc');
  });
});
