import assert from 'node:assert/strict';
import { languageTag } from '../../../src/briefing/text/languageTag.ts';
import { readFeed } from '../../../src/intake/readFeed.ts';
import { read } from '../support/fixture.ts';

describe('A language tag', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['en', 'en'],
    ['en_us', 'en-US'],
    [' PT-br ', 'pt-BR'],
    ['zh-Hant-TW', 'zh-Hant-TW'],
    ['yue', 'yue'],
    ['English', undefined],
    ['none', undefined],
    ['', undefined],
    ['en-', undefined],
    ['not a language', undefined],
  ];

  it('is a language of two or three letters with its subtags, and never the name of a language', () => {
    for (const [written, tag] of cases) assert.equal(languageTag(written), tag, written);
  });

  it('means the same in front matter and in a feed', () => {
    for (const [written, tag] of cases) {
      assert.equal(read('---', `lang: '${written}'`, '---', '', 'It stops.').language, tag, written);
      const feed = readFeed(
        new TextEncoder().encode(
          `<rss version="2.0"><channel><title>T</title><language>${written}</language></channel></rss>`,
        ),
        'https://a.example/feed',
      );
      assert.equal(feed.kind === 'feed' ? feed.language : 'not a feed', tag, written);
    }
  });
});
