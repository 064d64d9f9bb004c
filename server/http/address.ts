import { isIPv4 } from 'node:net';
import { type Request } from 'express';

/**
 * The part of an address that one household or office holds: the whole of an
 * IPv4 address, the first 64 bits of an IPv6 one. Tries are counted per prefix,
 * because whoever has one address of a /64 has them all.
 */
export function addressPrefixOf(request: Request): string {
  return prefixOf(request.ip ?? '');
}

export function prefixOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIPv4(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const [left, right] = [groupsOf(head), groupsOf(tail ?? '')];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right].slice(0, 4);
  return `${groups.map((group) => parseInt(group, 16).toString(16)).join(':')}::/64`;
}

function groupsOf(text: string): string[] {
  return text ? text.split(':') : [];
}
