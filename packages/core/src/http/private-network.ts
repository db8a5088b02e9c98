import { isLoopback } from './server-url.js';

/** Endings of names that no public registry gives out. */
const privateNames =
  /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa)$/;

/** Whether a host, as `URL.hostname` spells it, lies by its very spelling in a private network or on this machine. */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (isLoopback(host)) return true;
  const address = host.replace(/^\[|\]$/g, '');
  if (address.includes(':') || isIPv4(address)) return isPrivateAddress(address);
  // A name of one word is completed by the network that the machine is in.
  return !host.includes('.') || privateNames.test(host);
}

/**
 * Whether an IP address is none of the public internet: private, shared, link-local (where clouds keep their metadata),
 * loopback, multicast or reserved. What is no address counts as private, too.
 */
export function isPrivateAddress(address: string): boolean {
  if (isIPv4(address)) return isPrivateIPv4(address.split('.').map(Number));
  const groups = ipv6Groups(address.replace(/%.*$/, ''));
  if (groups === undefined) return true;
  const [first = 0, second = 0] = groups;
  const embedded = embeddedIPv4(groups);
  if (embedded !== undefined) return isPrivateIPv4(embedded);
  // Public addresses are those of 2000::/3, without the part for documentation.
  return (first & 0xe000) !== 0x2000 || (first === 0x2001 && second === 0xdb8);
}

function isIPv4(text: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(text);
}

function isPrivateIPv4([first = 0, second = 0, third = 0]: readonly number[]): boolean {
  return (
    first === 0 ||
    first === 10 ||
    first === 127 ||
    first >= 224 ||
    (first === 100 && second >= 64 && second < 128) ||
    (first === 169 && second === 254) ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && second === 168) ||
    (first === 192 && second === 0 && third === 0) ||
    (first === 198 && (second === 18 || second === 19))
  );
}

/** The four bytes of an IPv4 address that stands in an IPv6 one: mapped, translated (NAT64) or 6to4. */
function embeddedIPv4(groups: readonly number[]): readonly number[] | undefined {
  const zeros = (from: number, to: number): boolean => groups.slice(from, to).every((group) => group === 0);
  const mapped = zeros(0, 5) && groups[5] === 0xffff;
  const translated = groups[0] === 0x64 && groups[1] === 0xff9b && zeros(2, 6);
  if (mapped || translated) return bytesOf(groups.slice(6));
  return groups[0] === 0x2002 ? bytesOf(groups.slice(1, 3)) : undefined;
}

function bytesOf(groups: readonly number[]): readonly number[] {
  return groups.flatMap((group) => [group >> 8, group & 0xff]);
}

/** The eight groups of an IPv6 address, `::` and a dotted end resolved; undefined when it is none. */
function ipv6Groups(address: string): readonly number[] | undefined {
  const dotted = /^(.*:)(\d{1,3}(?:\.\d{1,3}){3})$/.exec(address);
  const [a = 0, b = 0, c = 0, d = 0] = (dotted?.[2] ?? '').split('.').map(Number);
  const text =
    dotted === null
      ? address
      : `${dotted[1] ?? ''}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [left = [], right = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - left.length - right.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...left, ...Array<string>(missing).fill('0'), ...right];
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
    ? groups.map((group) => parseInt(group, 16))
    : undefined;
}
