import { expect } from 'chai';
import { isPrivateAddress, isPrivateHost } from '../../src/http/private-network.js';

describe('private networks', () => {
  for (const address of [
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '192.0.0.8',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1%eth0',
    'ff02::1',
    '::ffff:10.0.0.1',
    '::ffff:a00:1',
    '64:ff9b::7f00:1',
    '2002:c0a8:101::1',
    '2001:db8::1',
    'no address',
    '1::2::3',
  ]) {
    it(`hold ${address}`, () => expect(isPrivateAddress(address)).to.equal(true));
  }

  for (const address of [
    '8.8.8.8',
    '93.184.216.34',
    '100.128.0.1',
    '172.32.0.1',
    '192.0.2.1',
    '2606:4700::1',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
    '2002:808:808::1',
  ]) {
    it(`do not hold ${address}`, () => expect(isPrivateAddress(address)).to.equal(false));
  }

  it('are told by the spelling of a host, however a URL wrote it', () => {
    for (const url of [
      'https://2130706433/',
      'https://0x7f.1/',
      'https://017700000001/',
      'https://127.1/',
      'https://[::1]/',
      'https://[::ffff:192.168.0.1]/',
      'https://localhost./',
      'https://halo/',
      'https://metadata.google.internal/',
      'https://printer.local/',
      'https://LOCALHOST/',
      'https://１０.0.0.1/',
    ]) {
      expect(isPrivateHost(new URL(url).hostname), url).to.equal(true);
    }
    for (const url of ['https://example.halopsa.com/', 'https://login.example./', 'https://8.8.8.8/']) {
      expect(isPrivateHost(new URL(url).hostname), url).to.equal(false);
    }
  });
});
