import assert from 'node:assert/strict';
import fc from 'fast-check';
import { localTarget } from '../../../../src/briefing/text/links/localLinks.ts';

describe('A local link', () => {
  it('names a section, or a text file beside the briefing', () => {
    const cases: readonly (readonly [href: string, found: string])[] = [
      ['#europes-role', 'section europes-role'],
      ['#%C3%A9t%C3%A9', 'section été'],
      ['b.md', 'file b.md'],
      ['B.Markdown', 'file B.Markdown'],
      ['./notes/b.txt', 'file ./notes/b.txt'],
      ['../b.md#part', 'file ../b.md'],
      ['my%20notes/%C3%BC.md', 'file my notes/ü.md'],
      ['what%3F.md', 'file what?.md'],
      ['a%23b.md#c', 'file a#b.md'],
      ['a/12:30.md', 'file a/12:30.md'],
    ];
    for (const [href, found] of cases) {
      const target = localTarget(href);
      const words = target?.kind === 'section' ? `section ${target.name}` : `file ${target?.path ?? 'none'}`;
      assert.equal(words, found, href);
      if (target?.kind === 'file') assert.equal(target.href, href);
    }
  });

  it('is rejected if it leads elsewhere, or hides its target', () => {
    const others = [
      ...['', '#', '#%', '?', '.', '..', 'b', 'b.pdf', 'b.md.exe', 'b.mdx', '.md', 'a/.md', 'b/', 'b.md/'],
      ...[
        '/etc/x.md',
        '//evil.example/x.md',
        '\\\\evil\\x.md',
        '..\\..\\x.md',
        'a\\b.md',
        '%2fetc/x.md',
        '%5C%5Cevil/x.md',
      ],
      ...[
        'file:///etc/x.md',
        'file:x.md',
        'c:x.md',
        'c%3Ax.md',
        'javascript:x.md',
        'vscode://a/b.md',
        'data:,x.md',
        ':b.md',
      ],
      ...['https://a.example/b.md', 'mailto:b.md', 'b.md?c', 'b.md?c#d', '?b.md'],
      ...['a%00.md', 'a%0a.md', 'a%09b.md', 'a%7f.md', 'a\u0001.md', 'b.md#%0d', 'a%E2%80%A8.md'],
      ...[
        'a%E2%80%AEdm.md',
        'a%E2%81%A6.md',
        'b.md#%E2%80%AE',
        'a%E2%80%8Bb.md',
        '%F3%A0%81%A1.md',
        'a\u202eb.md',
      ],
      ...['%.md', '%zz.md', '%ff.md', 'b.md#%ff', '100%.md'],
    ];
    for (const href of others) assert.equal(localTarget(href), undefined, href);
  });

  it('is accepted or rejected for any target', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.webPath(), fc.string({ unit: 'grapheme' })),
        (words) => {
          for (const href of [
            words,
            `${words}.md`,
            `#${words}`,
            encodeURI(words.replace(/[\ud800-\udfff]/g, '')),
          ]) {
            const target = localTarget(href);
            if (target?.kind === 'file') assert.match(target.path, /^[^/\\][^\\]*\.(?:md|markdown|txt)$/i);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
