import assert from 'node:assert/strict';
import path from 'node:path';
import type { Briefing } from '../../src/briefing/model.ts';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import type { ImageChoice, RenderOptions } from '../../src/briefing/render/renderImages.ts';
import { itemsIn } from '../../src/briefing/readingItems.ts';
import { renderBriefing, renderParts } from '../../src/briefing/renderBriefing.ts';
import { checkBriefing } from './support/checkBriefing.ts';
import { groupBy } from '../../src/base/collections/groupBy.ts';
import { makeAttacks } from '../support/hostile/attacks.ts';
import { checkExports } from './support/checkExports.ts';
import { checkHtml, checkWithPictures, CONTROL, HIDDEN, linksIn } from './support/checkHtml.ts';
import { allSections, read } from './support/fixture.ts';
import { outside } from './support/outside.ts';
import { PICTURES } from './support/rendered.ts';

/** One template of a small briefing for each place where text of the author can appear. */
const PLACES: Readonly<Record<string, (words: string) => string>> = {
  title: (words) => `# ${words}\n\nLede.\n`,
  lede: (words) => `# T\n\n${words}\n\n## A\n\n- a\n`,
  heading: (words) => `# T\n\n## ${words}\n\n- a\n`,
  takeaway: (words) => `# T\n\n## Key takeaways\n\n- ${words}\n- b\n`,
  label: (words) => `# T\n\n## A\n\n- **${words}:** b\n`,
  emoji: (words) => `# T\n\n## A\n\n- 🤝 ${words} 🤝\n`,
  code: (words) => `# T\n\n\`\`\`${words}\n${words}\n\`\`\`\n`,
  cell: (words) => `# T\n\n| a | b |\n| --- | --- |\n| ${words} | c |\n`,
  linkText: (words) => `# T\n\n[${words}](https://a.example)\n`,
  linkUrl: (words) => `# T\n\n## A\n\n- [a](${words}) [b](<${words}>)\n`,
  linkTitle: (words) => `# T\n\n[1](https://a.example "${words}")\n`,
  image: (words) =>
    `# T\n\n![${words}](${words}) ![${words}](<${words}>) <img alt="${words}" src="${words}">\n`,
  imageInLink: (words) =>
    `# T\n\n## [![${words}](${words})](${words})\n\n- **[![a](<${words}>)](b.md):** c\n`,
  fileLink: (words) =>
    `# T\n\n## A\n\n- [a](${words}.md) [b](<${words}.md>) [c](d.md#${words}) [${words}](d.md)\n`,
  sectionLink: (words) =>
    `# T\n\n[a](#${words}) [b](<#${words}>) [${words}](#${words})\n\n## ${words}\n\nx\n`,
  definition: (words) => `# T\n\n## A\n\n- [a] and [1]\n\n[a]: ${words} "${words}"\n[1]: <${words}>\n`,
  reference: (words) =>
    `# T\n\n## A\n\n- a [1]\n\n## References\n\n1. ${words}\n2. [${words}](https://b.example)\n`,
  referenceUrl: (words) => `# T\n\n## A\n\n- a\n\n## References\n\n1. [a](${words})\n2. b — ${words}\n`,
  footnote: (words) => `# T\n\na[^n] b^[${words}]\n\n[^n]: ${words}\n`,
  footnoteLabel: (words) => `# T\n\na[^${words}] b\n\n[^${words}]: Note\n`,
  frontMatter: (words) => `---\ntitle: ${words}\ndate: "${words}"\nlang: ${words}\n${words}\n---\n\nLede.\n`,
  plain: (words) => `${words}\nKey Takeaways\n- L: ${words}\nReferences:\n${words}\na.example`,
};

/** Parses and renders a text, and checks the results for what must hold for any text. */
function check(text: string, name: string): void {
  try {
    const briefing = parseBriefing(text, '2026-01-05.md');
    checkBriefing(briefing, text);
    for (const words of wordsOf(briefing)) {
      assert.doesNotMatch(words, HIDDEN);
      assert.doesNotMatch(words, CONTROL);
    }
    for (const html of partsOf(briefing)) checkHtml(html);
    checkExports(briefing);
    // Whatever an image is resolved to, it is a picture from an allowed address, or a link that shows its host.
    for (const kind of ['show', 'ask'] as const) {
      const image = (source: string): ImageChoice =>
        kind === 'show' ? { kind, src: `${PICTURES}?${source}` } : { kind, href: source };
      for (const html of partsOf(briefing, { image })) checkWithPictures(html, PICTURES);
    }
  } catch (error) {
    throw new Error(`${name}: ${String(error)}`, { cause: error });
  }
  assert.ok(!('polluted' in {}), name);
}

function partsOf(briefing: Briefing, options?: RenderOptions): string[] {
  const { article, items } = renderParts(briefing, options);
  const parts = [...items.values()].flatMap(({ intro, body, references }) => [intro, body, references]);
  return [article, ...parts];
}

/** The strings of a briefing that the sidebar and other views show unchanged. */
function wordsOf(briefing: Briefing): string[] {
  const { title, sections, references } = briefing;
  return [
    title,
    ...allSections(sections).map((section) => section.title),
    ...itemsIn(briefing).flatMap(({ label = '', text, emoji = '' }) => [label, text, emoji]),
    ...references.flatMap((reference) => [reference.title, reference.url ?? '', reference.site ?? '']),
  ];
}

function rendered(...lines: string[]): string {
  return renderBriefing(read(...lines));
}

describe('Hostile text', () => {
  const markup = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '"><b onclick="x">',
    "' onmouseover='x' a='",
    '</h1></section></article><iframe src="https://evil.example">',
    '<a href="vscode://a/b">a</a>',
    '<!--><p>-->',
    '&lt;img src=x onerror=x&gt;',
    '`<b>`',
    '\\<b\\>',
    '<style>*{background:url(https://evil.example)}</style>',
    '<p style="position:fixed" id="body" name="cookie">a</p>',
    '<https://a.example/"onclick=x>',
    '{{7*7}} ${x} <%= x %>',
    '\0<b\0>',
    '\ud800"\udfff<b>',
    ':smile" onerror=x:',
    '# a {onclick=x}',
    '__proto__:\n  polluted: true',
    '&a [*a]',
    'x.md"onclick="x',
    '#"><b onclick="x">',
  ];
  const addresses = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java&#9;script:alert(1)',
    'javascript&colon;alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html;base64,PHA+',
    'data:image/svg+xml,<svg onload=x>',
    'vscode://a.b/c',
    'vscode-insiders:x',
    'command:workbench.action.quit',
    'file:///etc/passwd',
    'vbscript:x',
    '//evil.example/x',
    '/etc/passwd',
    '..\\..\\x',
    '..\\..\\x.md',
    '//evil.example/x.md',
    'file:///etc/x.md',
    'a\u202edm.md',
    '%2fetc/x.md',
    'https:evil',
    'https://a.example/"onclick="x',
    'https://a.example/<b>',
    'https://good.example@evil.example/',
    'mailto:b@evil.example,a@good.example',
    'mailto:a@good.example?bcc=b@evil.example',
  ];

  it('is shown as text', () => {
    for (const words of [...markup, ...addresses]) {
      for (const [place, fill] of Object.entries(PLACES))
        check(fill(words), `${JSON.stringify(words)} as ${place}`);
    }
  });

  it('gives no live link with another scheme', () => {
    // The files are those that the templates link to themselves.
    const live = /^(?:(?:https?|mailto):|#[rs]-|[bd]\.md(?:#|$))/;
    for (const words of addresses) {
      for (const fill of Object.values(PLACES)) {
        const links = linksIn(renderBriefing(parseBriefing(fill(words), '')));
        assert.deepEqual(
          links.filter((link) => !live.test(link)),
          [],
          words,
        );
      }
    }
  });
});

describe('A deceptive link', () => {
  it('shows its host, whatever its text names', () => {
    const html = rendered('# T', '', '[https://good.example/login](https://evil.example/x)');
    assert.ok(html.includes('https://good.example/login</a> <span class="host">evil.example</span>'), html);
    assert.ok(html.includes('title="https://evil.example/x"'), html);
  });

  it('shows a host with lookalike letters in ASCII', () => {
    for (const link of [
      '[x](https://аррlе.com/)',
      '<https://аррlе.com/>',
      '[аррlе.com](https://аррlе.com/)',
    ]) {
      const html = rendered('# T', '', link);
      assert.ok(html.includes('<span class="host">xn--l-7sbq6ba.com</span>'), html);
    }
    const [reference] = read('# T', '', '## Sources', '- аррlе.com').references;
    assert.equal(reference?.site, 'xn--l-7sbq6ba.com');
  });

  it('is dead if it has a user that looks like a host', () => {
    for (const link of [
      '<https://good.example@evil.example/>',
      '[x](https://good.example%2f@evil.example/)',
    ]) {
      assert.deepEqual(linksIn(rendered('# T', '', link)), [], link);
      assert.deepEqual(read('# T', '', link).references, [], link);
    }
  });

  it('is not inside another link, which a browser would end there', () => {
    const html = rendered('# T', '', '[a <a href="https://evil.example">b</a> c](https://good.example)');
    assert.deepEqual(linksIn(html), ['https://good.example/']);
  });

  it('has a visible, clickable text if its author gave none', () => {
    for (const words of ['', ' ', '\u200b', '\u00ad\u2060', '![](x.png)']) {
      const html = rendered('# T', '', `a [${words}](https://evil.example)`);
      assert.match(html, /evil\.example<\/a>/, JSON.stringify(words));
    }
  });

  it('shows its host if it is cited', () => {
    const html = rendered(
      '# T',
      '',
      'a [1] [2]',
      '',
      '## Sources',
      '1. [https://good.example](https://evil.example)',
      '2. [Good news, good.example](https://evil.example/news)',
    );
    // The title is only the host, and not the deceptive words.
    assert.match(html, /<a href="#r-0" title="evil\.example">\[1\]/);
    assert.match(html, /<a href="#r-1" title="Good news, good\.example — evil\.example">\[2\]/);
  });
});

describe('Invisible characters', () => {
  it('are shown wherever the user reads them', () => {
    const { title, sections, references } = read(
      '# a\u202eb',
      '## c\u2066d',
      '- **e\u200bf:** g\u{e0067}h\u001b[2J',
      '## Sources',
      '- [i\u200ej](https://a.example)',
      '- [1](https://b.example "k\u202el")',
    );
    const [takeaway] = sections[0]?.takeaways ?? [];
    assert.deepEqual(
      [title, sections[0]?.title, takeaway?.label, takeaway?.text, ...references.map((r) => r.title)],
      ['a[U+202E]b', 'c[U+2066]d', 'e[U+200B]f', 'g[U+E0067]h[2J', 'i[U+200E]j', 'k[U+202E]l'],
    );
  });

  it('are shown in text that only the page shows', () => {
    const html = rendered(
      '# T',
      '',
      '`a\u202eb`',
      '',
      '```c\u202ed',
      'e\u202ef',
      '```',
      '',
      '![g\u202eh](x)',
    );
    assert.deepEqual(html.match(/\w\[U\+202E\]\w/g), [
      'a[U+202E]b',
      'c[U+202E]d',
      'e[U+202E]f',
      'g[U+202E]h',
    ]);
  });
});

describe('Hostile front matter', () => {
  it('is never run', () => {
    for (const fence of ['---js', '---javascript', '--- js', '---json']) {
      check(`${fence}\nObject.prototype.polluted = true\n---\n\nLede.\n`, fence);
    }
    check(
      '---\ntitle: !!js/function "function () { Object.prototype.polluted = true }"\n---\n',
      'js/function',
    );
  });

  it('does not change a prototype', () => {
    const keys = [
      '__proto__',
      '"__proto__"',
      'constructor',
      'a: &a {__proto__: {polluted: true}}\n<<: *a\nb',
    ];
    for (const key of keys) {
      check(`---\n${key}:\n  polluted: true\n  prototype:\n    polluted: true\n---\n\nLede.\n`, key);
    }
    assert.notEqual(read('---', '__proto__: {title: Polluted}', '---', 'Lede.').title, 'Polluted');
  });

  it('does not grow through its aliases', () => {
    const laughs = Array.from(
      { length: 30 },
      (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}*a${i}]`,
    );
    // Expanding the aliases would never end.
    check(['---', 'a0: &a0 [x]', ...laughs, 'title: *a30', '---', '', 'Lede.'].join('\n'), 'laughs');
  });

  it('has a maximum length', () => {
    const keys = Array.from({ length: 5_000 }, (_, i) => `key${i}: x`);
    const lines = ['---', ...keys, 'title: Polluted', '---', '', 'Lede.'];
    check(lines.join('\n'), 'keys');
    assert.notEqual(read(...lines).title, 'Polluted');
  });
});

describe('The collection of attacks', () => {
  it('is shown as text', function () {
    this.timeout(180_000);
    const core = makeAttacks(outside(this, 'hostile/gen.mjs')).filter((attack) => attack.core);
    assert.ok(core.length > 2000);
    // Each attack at one of its places, in turn; `npm run hostile` checks all of them at every place.
    const attacks = groupBy(core, ({ file }) => path.basename(file));
    [...attacks.values()].forEach((places, i) => {
      const attack = places[i % places.length];
      if (attack) check(attack.text, attack.file);
    });
  });
});
