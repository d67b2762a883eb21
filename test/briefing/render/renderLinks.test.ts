import assert from 'node:assert/strict';
import { renderBriefing, renderParts } from '../../../src/briefing/renderBriefing.ts';
import { checkHtml, linksIn } from '../support/checkHtml.ts';
import { allSections, allTakeaways, read } from '../support/fixture.ts';
import { inLede, render } from '../support/rendered.ts';

/** The target of a link in the lede of a briefing with these headings; `dead` if it leads nowhere. */
function leadsTo(link: string, ...headings: readonly string[]): string {
  const briefing = read(
    '# T',
    '',
    `[x](<${link}>)`,
    '',
    ...headings.flatMap((heading) => [heading, 'Words.', '']),
  );
  const html = renderBriefing(briefing);
  checkHtml(html);
  const [href] = linksIn(html);
  if (href === undefined) return 'dead';
  const at = allSections(briefing.sections).findIndex(({ id }) => href === `#${id}`);
  return at < 0 ? href : `section ${at + 1}`;
}

describe('A link to a heading of the same briefing', () => {
  it('leads to its section, and names the section', () => {
    const html = render(read('# T', '', '[See *there*](#europes-role).', '', '## Europe’s "Role":', 'x'));
    assert.ok(
      html.includes('<a href="#s-europe-s-role" title="Europe’s &quot;Role&quot;">See <em>there</em></a>.'),
      html,
    );
    assert.match(renderBriefing(read('# T', '', '[x](#a)', '', '## A', 'x')), /<section [^>]*id="s-a"/);
  });

  it('uses the heading’s name as on GitHub, or its id', () => {
    const cases: readonly (readonly [link: string, headings: readonly string[], found: string])[] = [
      ['#europes-role', ['## Europe’s Role'], 'section 1'],
      ['#s-europe-s-role', ['## Europe’s Role'], 'section 1'],
      ['#Europes-Role', ['## Europe’s Role'], 'section 1'],
      ['#whats-next', ['## A', '### What’s *Next*?'], 'section 2'],
      ['#a--b_c-d', ['## A & b_c-d'], 'section 1'],
      ['#-launch', ['## 🚀 Launch'], 'section 1'],
      ['#x', ['## [X](https://a.example)'], 'section 1'],
      ['#été-2026', ['## Été 2026'], 'section 1'],
      ['#%C3%A9t%C3%A9', ['## Été'], 'section 1'],
      ['#要点', ['## 要点'], 'section 1'],
      ['#a', ['## A', '## A', '## A'], 'section 1'],
      ['#a-1', ['## A', '## A', '## A'], 'section 2'],
      ['#a-2', ['## A', '## A', '## A'], 'section 3'],
      ['#a-1', ['## A', '## A-1', '## A'], 'section 2'],
      ['#a-2', ['## A', '## A-1', '## A'], 'section 3'],
      ['#s-a-2', ['## A', '## A'], 'section 2'],
      ['#s-a', ['## A', '## S a'], 'section 2'],
      ['#t', ['## T'], 'dead'],
      ['#t-1', ['## T'], 'section 1'],
      ['#b', ['## A'], 'dead'],
      ['#', ['## A'], 'dead'],
      ['#__proto__', ['## A'], 'dead'],
      ['#constructor', ['## A'], 'dead'],
      ['#%', ['## A'], 'dead'],
      ['#"><b>', ['## A'], 'dead'],
    ];
    for (const [link, headings, found] of cases)
      assert.equal(leadsTo(link, ...headings), found, `${link} in ${headings.join(' ')}`);
  });

  it('has the title of its section if it has no text', () => {
    assert.match(render(read('# T', '', '[](#a)', '', '## A', 'x')), /title="A">A<\/a>/);
  });

  it('leads to its section from a takeaway on a page of its own', () => {
    const { items } = renderParts(read('# T', '## A', '- **[L](#b):** x [y](#b)', '## B', 'x'));
    const [{ body } = { body: '' }] = items.values();
    checkHtml(body);
    assert.deepEqual(linksIn(body), ['#s-b']);
  });

  it('is text if it leads above the title', () => {
    assert.equal(inLede('[a](#nowhere) b'), '<p><span>a</span> b</p>');
  });
});

describe('A link to another file', () => {
  it('leads to the file as it is written, and shows its path', () => {
    const cases: readonly (readonly [markdown: string, html: string])[] = [
      ['[a *b*](c.md)', '<a class="file" href="c.md" title="c.md">a <em>b</em></a>'],
      [
        '[a](<../my notes/ü.md#d>)',
        '<a class="file" href="../my%20notes/%C3%BC.md#d" title="../my notes/ü.md">a</a>',
      ],
      ['[a](b&c\'"d.txt)', '<a class="file" href="b&amp;c\'&quot;d.txt" title="b&amp;c\'&quot;d.txt">a</a>'],
      ['[](c.md)', '<a class="file" href="c.md" title="c.md">c.md</a>'],
      ['<a href="c.md" onclick="x">a</a>', '<a class="file" href="c.md" title="c.md">a</a>'],
      ['[a][b]', '<a class="file" href="c.markdown" title="c.markdown">a</a>'],
      // A link inside another one, without words, is not a link.
      [
        '<a href="c.md">a <a href="d.md"></a>',
        '<a class="file" href="c.md" title="c.md">a <span></span></a>',
      ],
    ];
    for (const [markdown, html] of cases)
      assert.equal(inLede(markdown, '', '[b]: c.markdown'), `<p>${html}</p>`, markdown);
  });

  it('is dead if it could lead anywhere else', () => {
    const dead = [
      '[x](/etc/x.md)',
      '[x](file:///etc/x.md)',
      '[x](//evil.example/x.md)',
      '[x](..\\\\..\\\\x.md)',
      '[x](<..\\x.md>)',
      '[x](vscode://a/x.md)',
      '[x](x.md?y)',
      '[x](x.exe)',
      '[x](<a\u202edm.md>)',
      '[x](a%E2%80%AEdm.md)',
      '<a href="javascript:x.md">x</a>',
      '<a href="file:///etc/x.md">x</a>',
      '<a href="java&#9;script:x.md">x</a>',
    ];
    for (const link of dead) assert.equal(inLede(link), '<p><span>x</span></p>', link);
    // Markdown itself does not read this as a link.
    assert.equal(inLede('[x](javascript:x.md)'), '<p>[x](javascript:x.md)</p>');
  });

  it('is not inside another link, and contains no other link', () => {
    const cases: readonly (readonly [markdown: string, links: readonly string[]])[] = [
      ['[a <a href="b.md">b</a> c](https://good.example)', ['https://good.example/']],
      ['[a <a href="https://good.example">b</a> c](b.md)', ['https://good.example/']],
      ['[a <a href="#s">b</a> c](b.md)', ['b.md']],
      ['[a <a href="vscode:x">b</a> c](b.md)', ['b.md']],
    ];
    for (const [markdown, links] of cases) assert.deepEqual(linksIn(inLede(markdown)), links, markdown);
  });

  it('is not a reference, and changes no id', () => {
    const [briefing, other] = ['b.md', 'b.html'].map((href) =>
      read('# T', '## A', `- [L](${href}): x`, `- y [z](${href})`),
    );
    assert.ok(briefing && other);
    assert.deepEqual(briefing.references, []);
    assert.deepEqual(
      allTakeaways(briefing).map(({ id, label, text }) => [id, label, text]),
      allTakeaways(other).map(({ id, label, text }) => [id, label, text]),
    );
    assert.match(
      renderBriefing(briefing),
      /<strong class="label"><a class="file" href="b.md" title="b.md">L<\/a>:<\/strong>/,
    );
  });
});

describe('The host of a link', () => {
  /** The links of a text, each with whether it shows its host (or only on hover and focus), and its words. */
  const hosts = (...lines: string[]) =>
    [
      ...renderChecked(lines).matchAll(
        /<a(?: class="(said)")? href="h[^>]*>(.*?)<\/a>(?: ?<span class="host">(.*?)<\/span>)?/g,
      ),
    ].map(([, said, words = '', host = '']) => `${words}${host && ` ${said ? `[${host}]` : `(${host})`}`}`);
  const renderChecked = (lines: readonly string[]) => {
    const html = renderBriefing(read('# T', '', ...lines));
    checkHtml(html);
    return html;
  };
  const [a, b] = ['https://a.example', 'https://b.example'];

  it('is shown once in a paragraph', () => {
    assert.deepEqual(
      hosts(
        `[One](${a}/1), [two](${a}/2), [three](${b}/3) and [four *fish*](${a}/4).`,
        '',
        `[Five](${a}/5).`,
      ),
      [
        'One (a.example)',
        'two [a.example]',
        'three (b.example)',
        'four <em>fish</em> [a.example]',
        'Five (a.example)',
      ],
    );
  });

  it('is shown once in a heading, an item and a cell', () => {
    const two = `[one](${a}) [two](${a}/2)`;
    const found = ['one (a.example)', 'two [a.example]'];
    assert.deepEqual(hosts(`## ${two}`, '', 'x'), found);
    assert.deepEqual(hosts('## S', '', `- ${two}`, `- ${two}`), [...found, ...found]);
    assert.deepEqual(hosts('|a|b|', '|-|-|', `|${two}|${two}|`), [...found, ...found]);
  });

  it('is shown by an address, and not by later links to the same host', () => {
    assert.deepEqual(hosts(`<${a}> and [two](${a}/2)`), ['https://a.example', 'two [a.example]']);
    assert.deepEqual(hosts(`[](${a}) and [two](${a}/2)`), ['a.example', 'two [a.example]']);
  });

  it('is shown again if the text could be another host', () => {
    for (const words of ['b.example', 'see b.example', 'b．example', 'https://b', 'the b. example'])
      assert.deepEqual(hosts(`[one](${a}) [${words}](${a}/2)`).at(-1)?.endsWith(' (a.example)'), true, words);
  });

  it('is the same in a takeaway on a page of its own', () => {
    const { items } = renderParts(read('# T', '## A', `- **L:** [x](${a}) [y](${a}/2)`));
    const [{ body } = { body: '' }] = items.values();
    checkHtml(body);
    assert.match(body, />x<\/a> <span class="host">.*<a class="said" [^>]*>y<\/a><span class="host">/);
  });
});
