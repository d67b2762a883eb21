import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { isPublicAddress } from '../../../src/intake/feeds/publicAddress.ts';
import { redirectOf } from '../../../src/intake/feeds/redirect.ts';
import { checkAddress, completeAddress, leadsInside } from '../../../src/intake/feeds/feedAddress.ts';

const LIST = join(import.meta.dirname, '../../../../shared/hostile/private-addresses.json');

const INTERNAL = [
  ...[
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '0x7f.1',
    '１２７.0.0.1',
    '127.0.0.1.',
    '0',
    '0.0.0.0',
  ],
  ...[
    '10.0.0.1',
    '100.64.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '192.0.0.1',
    '198.18.0.1',
  ],
  ...['224.0.0.1', '240.0.0.1', '255.255.255.255', '192.0.2.1', '198.51.100.1', '203.0.113.1', '192.88.99.1'],
  ...[
    '[::]',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:8.8.8.8]',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[64:ff9b:1::1]',
  ],
  ...[
    '[fc00::1]',
    '[fd12:3456::1]',
    '[fe80::1]',
    '[fec0::1]',
    '[ff02::1]',
    '[100::1]',
    '[2001::1]',
    '[2001:db8::1]',
  ],
  ...[
    '[2002:7f00:1::]',
    '[3fff:1::1]',
    'localhost',
    'LOCALHOST.',
    'a.localhost',
    'nas',
    'nas.',
    'nas.local',
    'nas.local.',
  ],
  ...['db.internal', 'fritz.home.arpa', 'router.lan', 'wiki.corp', 'a.intranet', 'ⓛocalhost', 'localhost%2e'],
  // What answers there is no part of the public web, although the address is.
  '168.63.129.16',
  // Reserved: by IANA, by ICANN, and for private use by RFC 6762.
  ...[
    'a.alt',
    'a.onion',
    'a.test',
    'a.invalid',
    '1.0.168.192.in-addr.arpa',
    'nas.home',
    'nas.mail',
    'nas.private',
  ],
  // Names in clusters and data centers.
  ...[
    'web.shop.svc',
    'web.shop.svc.cluster.local',
    'shop.svc.cluster',
    'web.service.consul',
    'a.openstacklocal',
  ],
  // Names that networks and routers give.
  ...[
    'nas.localdomain',
    'nas.localnet',
    'nas.intra',
    'nas.priv',
    'nas.domain',
    'nas.workgroup',
    'www.homerouter.cpe',
  ],
  ...[
    'fritz.box',
    'WWW.Fritz.Box.',
    'routerlogin.net',
    'www.tplinkwifi.net',
    'speedport.ip',
    'router.asus.com',
  ],
];
const PUBLIC = [
  ...[
    '93.184.215.14',
    '1.1.1.1',
    '172.32.0.1',
    '172.15.0.1',
    '100.128.0.1',
    '100.63.0.1',
    '169.253.0.1',
    '11.0.0.1',
  ],
  ...[
    '[2606:4700:4700::1111]',
    '[2001:4860:4860::8888]',
    'a.example',
    'bücher.example',
    'local.example',
    'a.example.',
    '223.255.255.255',
    '168.63.129.17',
    // Only as endings do these words make a name internal.
    'svc.example',
    'fritz.box.example',
    'notfritz.box',
    'asus.com',
    '[64:ff9b::808:808]',
  ],
];

describe('The address of a source', () => {
  it('is allowed on the public web', () => {
    for (const host of PUBLIC) assert.equal(checkAddress(`https://${host}/feed`).kind, 'address', host);
    for (const host of INTERNAL)
      for (const url of [`http://${host}/feed`, `https://${host}:8443/`])
        assert.deepEqual(checkAddress(url), { kind: 'refused', reason: 'internal' }, url);
  });

  it('is allowed elsewhere only if the person entered that very host', () => {
    for (const host of INTERNAL) {
      const url = `http://${host}:8080/feed`;
      assert.equal(checkAddress(url, url).kind, 'address', url);
      assert.equal(checkAddress(`http://${host}:8081/`, url).kind, 'refused', url);
      assert.equal(checkAddress(url, 'https://a.example/').kind, 'refused', url);
    }
    assert.equal(checkAddress('http://127.0.0.1:80/a', 'http://127.0.0.1/b').kind, 'address');
  });

  it('is http or https, without a password, as the URL parser returns it', () => {
    const cases = [
      [' HTTPS://A.example:443/b?c#d ', 'https://a.example/b?c'],
      ['ftp://a.example/', 'scheme'],
      ['file:///etc/passwd', 'scheme'],
      ['javascript:alert(1)', 'scheme'],
      ['feed:https://a.example', 'scheme'],
      ['https://me:secret@a.example/', 'credentials'],
      ['https://a.example@127.0.0.1/', 'credentials'],
      ['a.example', 'noAddress'],
      ['https://', 'noAddress'],
      ['https://1.2.3.4.5/', 'noAddress'],
      ['http://[fe80::1%25eth0]/', 'noAddress'],
      [`https://a.example/${'a'.repeat(5000)}`, 'tooLong'],
      ['', 'noAddress'],
    ] as const;
    for (const [url, expected] of cases) {
      const checked = checkAddress(url);
      assert.equal(checked.kind === 'address' ? checked.url : checked.reason, expected, url);
    }
  });

  it('is judged as expected for each hostile address', function () {
    if (!existsSync(LIST)) this.skip();
    const { mustRefuse, mayConnect } = JSON.parse(readFileSync(LIST, 'utf8')) as Record<string, string[]>;
    assert.ok(mustRefuse && mayConnect);
    for (const address of mustRefuse) {
      assert.equal(isPublicAddress(address), false, address);
      const host = address.includes(':') ? `[${address}]` : address;
      assert.equal(checkAddress(`http://${host}/`).kind, 'refused', address);
    }
    for (const address of mayConnect) {
      assert.equal(isPublicAddress(address), true, address);
      const host = address.includes(':') ? `[${address}]` : address;
      assert.equal(checkAddress(`http://${host}/`).kind, 'address', address);
    }
  });

  it('never throws, and means exactly what it says if it is allowed', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.ipV4Extended(), fc.ipV6());
    fc.assert(
      fc.property(text, text, (url, written) => {
        for (const given of [url, `http://${url}/`, `http://[${url}]/`]) {
          const checked = checkAddress(given, written);
          if (checked.kind === 'address') assert.match(checked.url, /^https?:\/\/[^@/]+\//);
        }
      }),
    );
  });
});

describe('The addresses of a name', () => {
  it('lead inside if one of them is internal', () => {
    const cases: readonly (readonly [addresses: readonly string[], inside: boolean])[] = [
      [[], false],
      [['93.184.215.14', '2606:4700:4700::1111'], false],
      [['127.0.0.1'], true],
      [['93.184.215.14', '10.0.0.1'], true],
      [['93.184.215.14', 'fe80::1%eth0'], true],
      [['168.63.129.16'], true],
      [['::ffff:10.0.0.1'], true],
      // A network without IPv4 leads there through NAT64.
      [['64:ff9b::5db8:d70e'], false],
      [['64:ff9b::a00:1'], true],
      // Programs that tunnel answer each name so.
      [['198.18.0.7'], false],
      [['198.18.0.7', '192.168.0.1'], true],
    ];
    for (const [addresses, inside] of cases)
      assert.equal(leadsInside(addresses), inside, addresses.join(' '));
  });
});

describe('A redirect', () => {
  const FROM = 'https://a.example/feeds/all';
  const cases = [
    ['/other', 'https://a.example/other'],
    ['new', 'https://a.example/feeds/new'],
    ['//b.example/x#y', 'https://b.example/x'],
    ['https://b.example/', 'https://b.example/'],
    ['http://b.example/', 'downgrade'],
    ['http://127.1/', 'internal'],
    ['https://[::1]/', 'internal'],
    ['file:///etc/passwd', 'scheme'],
    ['data:text/xml,<rss/>', 'scheme'],
    ['command:quit', 'scheme'],
    ['https://b.example@c.example/', 'credentials'],
    ['https://', 'noAddress'],
    ['', 'nowhere'],
    [null, 'nowhere'],
  ] as const;

  it('is followed to allowed addresses', () => {
    for (const [location, expected] of cases) {
      const redirect = redirectOf(FROM, location, 0, FROM);
      assert.equal(redirect.kind === 'address' ? redirect.url : redirect.reason, expected, String(location));
    }
  });

  it('is not followed to an internal address or name', () => {
    for (const host of INTERNAL)
      assert.deepEqual(
        redirectOf(FROM, `//${host}/feed`, 0, FROM),
        { kind: 'refused', reason: 'internal' },
        host,
      );
  });

  it('is followed five times', () => {
    const followed = [0, 4, 5, 99].map((times) => redirectOf(FROM, '/next', times, FROM).kind);
    assert.deepEqual(followed, ['address', 'address', 'refused', 'refused']);
  });

  it('may upgrade to https, and stay in a network whose host the person entered', () => {
    assert.equal(
      redirectOf('http://a.example/', 'https://a.example/', 0, 'http://a.example/').kind,
      'address',
    );
    assert.equal(redirectOf('http://nas:80/', '/feed', 0, 'http://nas/').kind, 'address');
    assert.equal(redirectOf('http://nas/', 'http://router/', 0, 'http://nas/').kind, 'refused');
  });
});

describe('A typed address', () => {
  for (const [typed, address] of [
    ['news.example', 'https://news.example'],
    [' news.example/feed.xml ', 'https://news.example/feed.xml'],
    ['news.example:8443/feed', 'https://news.example:8443/feed'],
    ['localhost:7811/site', 'http://localhost:7811/site'],
    ['localhost', 'http://localhost'],
    ['fritz.box/feed', 'http://fritz.box/feed'],
    ['127.0.0.1:80?a', 'http://127.0.0.1:80?a'],
    ['[::1]:8080/feed', 'http://[::1]:8080/feed'],
    ['8.8.8.8/feed', 'https://8.8.8.8/feed'],
    ['HTTP://news.example', 'HTTP://news.example'],
    ['https://news.example:1/', 'https://news.example:1/'],
    ['mailto:me@news.example', 'mailto:me@news.example'],
    ['file:///etc/passwd', 'file:///etc/passwd'],
    ['javascript:1+1', 'javascript:1+1'],
    ['no address', 'https://no address'],
  ] as const)
    it(`gets the missing scheme: ${typed}`, () => {
      assert.equal(completeAddress(typed), address);
    });
});
