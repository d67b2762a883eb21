/** The IPv4 networks that are not part of the public internet, as IANA lists them: `100.64.0.0/10`. */
const CLOSED = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  // Not IANA’s: under this address, Azure’s host tells each of its machines about itself.
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
].map((network) => {
  const [address = '', bits = ''] = network.split('/');
  const size = 2 ** (32 - Number(bits));
  return { first: valueOf(address), size };
});

/** Whether an IPv4 or IPv6 address is public; undefined for a host name. */
export function isPublicAddress(host: string): boolean | undefined {
  if (host.includes(':')) return isPublicV6(host);
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) ? isPublicV4(valueOf(host)) : undefined;
}

function isPublicV4(value: number): boolean {
  return !CLOSED.some(({ first, size }) => value >= first && value < first + size);
}

function valueOf(address: string): number {
  return address.split('.').reduce((value, part) => value * 256 + Number(part), 0);
}

/**
 * Only 2000::/3 is assigned, and of that, addresses that embed others (6to4, Teredo) or are for documentation are
 * excluded. Of the addresses that stand for IPv4 ones, only those of 64:ff9b::/96 can be public: in a network without
 * IPv4, each public name leads to one of them (NAT64). `::ffff:7f00:1` never is.
 */
function isPublicV6(address: string): boolean {
  const groups = groupsOf(address);
  const [first = 0, second = 0, , , , , high = 0, low = 0] = groups;
  if (first === 0x64 && second === 0xff9b && groups.slice(2, 6).every((group) => group === 0))
    return isPublicV4(high * 65_536 + low);
  if (first < 0x2000 || first > 0x3fff) return false;
  const isSpecial = first === 0x2001 && (second < 0x200 || second === 0xdb8);
  return !isSpecial && first !== 0x2002 && !(first === 0x3fff && second < 0x1000);
}

/** The groups as numbers, with `::` filled up with zeros. */
function groupsOf(address: string): readonly number[] {
  const [start = '', end] = address.replace(/%.*$/, '').split('::');
  const left = start === '' ? [] : start.split(':');
  const right = end === undefined || end === '' ? [] : end.split(':');
  const gap = end === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array.from({ length: gap }, () => '0'), ...right].map((group) => parseInt(group, 16));
}
