import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { renderBriefing, renderParts } from '../../src/briefing/renderBriefing.ts';
import { checkBriefing } from './checkBriefing.ts';
import { checkHtml, linksIn } from './checkHtml.ts';
import { outside } from './outside.ts';

/** A small briefing with one hole in it, for each place where an author's words can stand. */
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
  image: (words) => `# T\n\n![${words}](${words})\n`,
  definition: (words) => `# T\n\n## A\n\n- [a] and [1]\n\n[a]: ${words} "${words}"\n[1]: <${words}>\n`,
  reference: (words) =>
    `# T\n\n## A\n\n- a [1]\n\n## References\n\n1. ${words}\n2. [${words}](https://b.example)\n`,
  referenceUrl: (words) => `# T\n\n## A\n\n- a\n\n## References\n\n1. [a](${words})\n2. b — ${words}\n`,
  footnote: (words) => `# T\n\na[^n] b^[${words}]\n\n[^n]: ${words}\n`,
  footnoteLabel: (words) => `# T\n\na[^${words}] b\n\n[^${words}]: Note\n`,
  frontMatter: (words) => `---\ntitle: ${words}\ndate: "${words}"\nlang: ${words}\n${words}\n---\n\nLede.\n`,
  plain: (words) => `${words}\nKey Takeaways\n- L: ${words}\nReferences:\n${words}\na.example`,
};

type Place = readonly [name: string, fill: (words: string) => string];

const ALL: readonly Place[] = Object.entries(PLACES);

/** Puts words into places, and holds what comes out against the allowlist. */
function check(words: string, places: readonly Place[]): void {
  for (const [place, fill] of places) {
    const text = fill(words);
    try {
      const briefing = parseBriefing(text, '2026-01-05.md');
      checkBriefing(briefing, text);
      const html = [renderBriefing(briefing)];
      for (const { body, references } of renderParts(briefing).takeaways.values())
        html.push(body, references);
      html.forEach(checkHtml);
    } catch (error) {
      throw new Error(`${JSON.stringify(words)} as ${place}: ${String(error)}`, { cause: error });
    }
  }
  assert.ok(!('polluted' in {}), words);
}

describe('Words that are an attack', () => {
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
    'https:evil',
    'https://a.example/"onclick="x',
    'https://a.example/<b>',
    'https://good.example@evil.example/',
  ];

  it('come out as text', () => {
    for (const words of [...markup, ...addresses]) check(words, ALL);
  });

  it('give no link that lives with another scheme', () => {
    const live = /^(?:https?|mailto):/;
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

  it('lead where the link says that it leads', () => {
    const html = renderBriefing(parseBriefing('[https://good.example](https://evil.example/x)', ''));
    assert.ok(html.includes('title="https://evil.example/x"'));
  });
});

describe('The attacks beside the repository', () => {
  it('come out as text', async function () {
    this.timeout(20_000);
    const file = path.join(outside(this, 'hostile'), 'own-payloads.mjs');
    const { own } = (await import(pathToFileURL(file).href)) as { own: readonly { p: string }[] };
    assert.ok(own.length > 300);
    own.forEach(({ p: words }, i) => {
      // Each in a few places, so that every place gets each kind: all of them everywhere would take many seconds.
      check(
        words,
        ALL.filter((_, at) => (at + i) % 5 === 0),
      );
    });
  });
});
