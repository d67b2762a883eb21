import assert from 'node:assert/strict';
import { shownApart, shownReference } from '../../../src/briefing/render/shownReference.ts';

describe('The shown text of a reference', () => {
  it('is its title and its site', () => {
    const url = 'https://www.a.example/b';
    assert.deepEqual(shownReference({ title: 'Report' }), { name: 'Report' });
    assert.deepEqual(shownReference({ title: 'Report', url, site: 'a.example' }), {
      name: 'Report',
      site: 'a.example',
    });
    assert.deepEqual(shownReference({ title: 'Report', url, site: 'The Archive' }), {
      name: 'Report',
      site: 'The Archive',
      host: 'a.example',
    });
    assert.deepEqual(shownReference({ title: 'Reuters', url, site: 'Reuters' }), {
      name: 'Reuters',
      host: 'a.example',
    });
  });

  it('is its address, without repetition, if it has no title', () => {
    const cases: readonly (readonly [title: string, url: string, site: string | undefined, name: string])[] =
      [
        ['a.example', 'https://www.a.example/b/c?d=e#f', 'a.example', 'a.example/b/c?d=e'],
        ['a.example', 'https://a.example/b/?id=3&utm_source=c', 'a.example', 'a.example/b/?id=3'],
        ['a.example', 'https://a.example', 'a.example', 'a.example'],
        ['a.example:81', 'https://a.example:81/b/', 'a.example:81', 'a.example:81/b'],
        ['A.example/b', 'https://a.example/b', 'a.example', 'a.example/b'],
        ['b.org', 'mailto:a@b.org', 'b.org', 'a@b.org'],
        ['mailto:?subject=x', 'mailto:?subject=x', undefined, 'mailto:?subject=x'],
        ['xn--l-7sbq6ba.com', 'https://аррlе.com/ü', 'xn--l-7sbq6ba.com', 'xn--l-7sbq6ba.com/ü'],
        ['0x1.tv/Школа-2026', 'https://0x1.tv/Школа-2026', '0x1.tv', '0x1.tv/Школа-2026'],
        [
          'a.example',
          'https://a.example/a%20b%2Fc?d=%E2%80%AE',
          'a.example',
          'a.example/a%20b%2Fc?d=%E2%80%AE',
        ],
      ];
    for (const [title, url, site, name] of cases)
      assert.deepEqual(shownReference({ title, url, ...(site !== undefined && { site }) }), { name }, url);
    assert.deepEqual(
      shownReference({ title: 'a.example', url: 'https://a.example/b', site: 'The Archive' }),
      { name: 'a.example/b', site: 'The Archive' },
    );
  });

  it('is cut in the middle of a long path, and never in its host', () => {
    const nameOf = (site: string, path: string) =>
      shownReference({ title: site, url: `https://${site}${path}`, site }).name;
    assert.equal(
      nameOf('a.example', '/2026/11/24/a-very-long-name-of-a-story-that-goes-on-and-on'),
      'a.example/2026/11/24/a-very-long…ory-that-goes-on-and-on',
    );
    const long = `login.bank.example.${'a'.repeat(60)}.evil.example`;
    assert.match(nameOf(long, `/${'b'.repeat(50)}`), /^login\.bank\.example\.a{60}\.evil\.example\/b+…b+$/);
    assert.ok(nameOf('a.example', `/${'b'.repeat(46)}`).endsWith('/' + 'b'.repeat(46)));
    assert.equal(nameOf('a.example', `/${'b'.repeat(4000)}`).length, 56);
    for (const start of ['', 'b', 'bb', 'bbb'])
      assert.ok(!/\p{Cs}/u.test(nameOf('a.example', `/${start}${'🚢'.repeat(60)}`)));
  });

  it('shows the host beside a title that looks like another host', () => {
    for (const title of [
      'good.example',
      'evil.example@good.example',
      'evil.example:x@good.example',
      'еvil.example',
    ])
      assert.equal(
        shownReference({ title, url: 'https://evil.example/a', site: 'Good' }).host,
        'evil.example',
        title,
      );
  });

  it('includes the address if several references to choose from look alike', () => {
    const post = { title: 'Port Post', url: 'https://post.example/grain' };
    const others = ['https://post.example/tides', 'https://crane.example/'];
    assert.deepEqual(
      shownApart([post, ...others.map((url) => ({ ...post, url }))]).map(({ host }) => host),
      ['post.example/grain', 'post.example/tides', 'crane.example'],
    );
  });
});
