import assert from 'node:assert/strict';
import { load } from 'js-yaml';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { renderBriefing } from '../../../src/briefing/renderBriefing.ts';
import { nameForCopy } from '../../../src/briefing/write/fileStem.ts';
import type { Shape } from '../../../src/intake/files/shape.ts';
import { htmlToMarkdown } from '../../../src/intake/htmlToMarkdown.ts';
import { readFeed } from '../../../src/intake/readFeed.ts';
import { applyFetchResult } from '../../../src/intake/feeds/checkFeed.ts';
import { NEW_FEED } from '../../../src/intake/feeds/feedState.ts';
import { liveHtml } from '../../briefing/support/checkExports.ts';
import { checkHtml } from '../../briefing/support/checkHtml.ts';
import { NOON } from './harbour.ts';

const URL = 'https://harbour.example/feed.xml';

/** Each of these is put into every field of an entry and of the feed. */
const WORDS = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>Fog',
  '&lt;svg/onload=alert(1)&gt;&lt;a href="javascript:alert(1)"&gt;here&lt;/a&gt;',
  '[here](javascript:alert(1)) ![](https://pixel.example/1) <command:quit> $(bell)',
  '../../../../etc/passwd',
  '..\\..\\autoexec.bat',
  'CON',
  '.hidden\0/x',
  '---\nsource: https://other.example\n---\n# Another',
  'a"\ndate: 1990-01-01\n! !!js/function "x"',
  '&anchor [*anchor, *anchor]',
] as const;

async function filesOf(words: string, shape: Shape) {
  const field = (name: string) => `<${name}><![CDATA[${words}]]></${name}>`;
  const fields = ['title', 'link', 'guid', 'pubDate', 'author', 'category', 'description'].map(field);
  const channel = ['title', 'link', 'language', 'description'].map(field);
  const rss = `<rss version="2.0"><channel>${channel.join('')}<item>${fields.join('')}</item></channel></rss>`;
  const feed = readFeed(new TextEncoder().encode(rss), URL);
  assert.ok(feed.kind === 'feed');
  const source = { url: URL, host: 'harbour.example', written: URL, as: shape };
  const result = { kind: 'feed', feed, url: URL, bodyHash: '', caching: { freshFor: 0 } } as const;
  const ports = {
    now: () => NOON,
    interval: 0,
    toMarkdown: htmlToMarkdown,
    read: () => Promise.resolve(undefined),
  };
  const { changes } = await applyFetchResult(source, NEW_FEED, result, ports);
  assert.equal(changes.length, 1, words);
  return changes;
}

describe('The files of a hostile feed', () => {
  for (const shape of ['issues', 'digest'] as const) {
    it(`contain nothing active, as ${shape}`, async () => {
      for (const words of WORDS)
        for (const { name, text } of await filesOf(words, shape)) {
          const body = text.slice(text.indexOf('\n---\n') + 5);
          assert.deepEqual(liveHtml(body), [], text);
          assert.doesNotMatch(body, /(?<!\\)\]\((?!<?(?:https?|mailto):)/, text);
          const briefing = parseBriefing(text, name);
          checkHtml(renderBriefing(briefing));
          for (const { url } of briefing.references) assert.match(url ?? 'https:', /^https?:/, text);
        }
    });

    it(`are in their folder, with the front matter that we write, as ${shape}`, async () => {
      for (const words of WORDS)
        for (const { name, text } of await filesOf(words, shape)) {
          assert.match(name, /^2026-11-26-[\p{L}\p{N}-]+\.md$/u);
          assert.equal(nameForCopy(name), name);
          const [, yaml = ''] = /^---\n(.*?)^---\n/ms.exec(text) ?? [];
          const { date, feed, fetched, ...others } = load(yaml) as Readonly<Record<string, unknown>>;
          assert.deepEqual([date, fetched], ['2026-11-26', '2026-11-26T12:00:00Z'], text);
          assert.equal(feed, URL);
          for (const [key, value] of Object.entries(others)) {
            assert.ok(['title', 'lang', 'source', 'id'].includes(key) && typeof value === 'string', text);
            if (key === 'source') assert.match(value, /^https:\/\/harbour\.example\//);
          }
        }
    });
  }
});
