import assert from 'node:assert/strict';
import { type PageContent, pageHtml } from '../../src/reader/page.ts';
import { contentOf, RESOURCES } from './content.ts';

const TEXT = [
  ...['---', 'title: Harbour', 'date: 2026-03-02', 'lang: pt-BR', '---', 'Lede.', ''],
  ...[
    '## In brief',
    '',
    '- **Quay:** closed 🚧',
    '- Fog [2]',
    '- 🌊 High tide',
    '',
    '## Sources',
    '',
    '1. One',
    '2. [Two](https://two.example)',
  ],
].join('\n');

function page(more: Partial<PageContent> = {}, text = TEXT): string {
  return pageHtml(contentOf(text, more), RESOURCES);
}

/** The page without scripts and tags: the words that are there before anything runs. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ');
}

/** The cards, each as its own HTML. */
function cards(html: string): string[] {
  return html
    .split('<section class="card')
    .slice(1)
    .map((card) => card.slice(0, card.indexOf('</section>')));
}

function attribute(html: string, name: string): string | undefined {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(html)?.[1];
  return value?.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

describe('The policy of the page', () => {
  const [, csp = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page()) ?? [];
  const directives = new Map(
    csp
      .replaceAll('&#39;', "'")
      .split('; ')
      .map((directive) => {
        const [name = '', ...values] = directive.split(' ');
        return [name, values] as const;
      }),
  );

  it('allows nothing but the script with the nonce and the style of the media folder', () => {
    assert.deepEqual(Object.fromEntries(directives), {
      'default-src': ["'none'"],
      'script-src': ["'nonce-aNonce42'"],
      'style-src': ['https://*.webview.example'],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
    });
  });

  it('comes before anything that it is for', () => {
    const html = page();
    assert.ok(html.indexOf('Content-Security-Policy') < html.search(/<(?:link|script|title|style)/));
  });
});

describe('The page', () => {
  it('is one document with one script and one style sheet, and nothing inline', () => {
    const html = page();
    assert.match(html, /^<!DOCTYPE html>\n<html lang="en">/);
    assert.deepEqual(html.match(/<script[^>]*>[^<]*/g), [
      '<script nonce="aNonce42" src="https://file.webview.example/dist/page.js">',
    ]);
    assert.deepEqual(html.match(/<link[^>]*>/g), [
      '<link rel="stylesheet" href="https://file.webview.example/media/reader.css">',
    ]);
    assert.doesNotMatch(
      html,
      /<(?:style|img|iframe|object|embed|form|base|audio|video|svg)\b| style=| on\w+="/,
    );
  });

  it('is complete before its script runs', () => {
    const words = textOf(page());
    for (const part of [
      'Harbour',
      '2026-03-02',
      'Lede.',
      'In brief',
      'Quay',
      'closed',
      'Fog',
      'High tide',
      'Sources',
      'One',
      'Two',
    ]) {
      assert.ok(words.includes(part), part);
    }
  });

  it('shows the view and the item that are read', () => {
    const content = contentOf(TEXT);
    const [first, second] = content.cards;
    assert.ok(first && second);
    const html = page({ id: second.id });
    assert.match(html, /<body class="takeaway-view"/);
    assert.match(page({ view: 'whole' }), /<body class="whole-view"/);
    assert.deepEqual(
      cards(html).map((card) => card.startsWith(' current"')),
      [false, true, false],
    );
    assert.deepEqual(html.match(/<[^>]* aria-current="true"[^>]*>/g), [
      `<li class="takeaway" id="${second.id}" aria-current="true">`,
    ]);
    assert.doesNotMatch(page(), /aria-current|card current/);
  });

  it('marks a section that is read', () => {
    assert.match(
      page({ id: 's-sources', view: 'whole' }),
      /<section class="section references" id="s-sources" aria-current="true">/,
    );
  });

  it('has the languages of the interface and of the text', () => {
    const html = page();
    assert.equal(html.match(/ lang="pt-BR"/g)?.length, 4);
    assert.doesNotMatch(page({}, '# T\n\n## A\n\n- a'), / lang="(?!en")/);
  });

  it('gives its script what that has to know, as text', () => {
    const html = page({ id: 't-x', place: { id: 't-x', offset: 0.25 }, render: 7, uri: 'file:///a"b.md' });
    const body = /<body[^>]*>/.exec(html)?.[0] ?? '';
    assert.equal(attribute(body, 'data-uri'), 'file:///a"b.md');
    assert.equal(attribute(body, 'data-id'), 't-x');
    assert.equal(attribute(body, 'data-render'), '7');
    assert.deepEqual(JSON.parse(attribute(body, 'data-place') ?? ''), { id: 't-x', offset: 0.25 });
    assert.deepEqual(JSON.parse(attribute(body, 'data-font') ?? ''), {
      family: 'serif',
      size: 14,
      lineHeight: 1.6,
    });
    const bare = /<body[^>]*>/.exec(page())?.[0] ?? '';
    assert.deepEqual([attribute(bare, 'data-id'), attribute(bare, 'data-place')], [undefined, undefined]);
  });
});

describe('A card of the page', () => {
  const [first = '', second = '', third = ''] = cards(page());

  it('says which of how many it is', () => {
    assert.deepEqual(
      [first, second, third].map((card) => attribute(card, 'aria-label')),
      ['1 of 3: Quay', '2 of 3: Fog', '3 of 3: High tide'],
    );
    assert.deepEqual(
      [first, second, third].map((card) => Number(attribute(card, 'data-position')).toFixed(2)),
      ['0.33', '0.67', '1.00'],
    );
  });

  it('has its section, its heading and its words', () => {
    assert.match(textOf(first), /1 of 3 .* In brief 🚧 Quay closed From the briefing’s references/);
    assert.match(first, /<h1><span class="emoji" aria-hidden="true">🚧<\/span>Quay<\/h1>/);
    assert.match(third, /<p class="lone-emoji"><span class="emoji" aria-hidden="true">🌊<\/span><\/p>/);
    assert.doesNotMatch(second, /<h1>|emoji/);
  });

  it('says whose its references are, or that there are none', () => {
    assert.match(first, /<aside class="sources" aria-label="From the briefing’s references">/);
    assert.match(second, /<aside class="sources" aria-label="Reference"><h2>Reference<\/h2>/);
    const [bare = ''] = cards(page({}, '# T\n\n## A\n\n- a'));
    assert.match(bare, /<p class="no-reference">No reference given<\/p>/);
    assert.doesNotMatch(bare, /<aside/);
  });

  it('turns to the cards beside it, and ends', () => {
    const ids = contentOf(TEXT).cards.map(({ id }) => id);
    const turns = [first, second, third].map((card) =>
      [...card.matchAll(/ data-choose="([^"]*)"/g)].map(([, id]) => id),
    );
    assert.deepEqual(turns, [[ids[1]], [ids[0], ids[2]], [ids[1]]]);
    assert.deepEqual(
      [first, second, third].map((card) => card.includes('<span class="end">The end</span>')),
      [false, false, true],
    );
    assert.match(second, /aria-label="Previous: Quay"/);
    assert.match(second, /aria-label="Next: High tide"/);
  });

  it('is not there where there is no takeaway', () => {
    assert.deepEqual(cards(page({}, '# T\n\nProse.')), []);
  });
});

describe('What a briefing says', () => {
  it('is text on the page, wherever it stands', () => {
    const attack = `"'><script>alert(1)</script>&amp;`;
    const content = contentOf(TEXT);
    const [card] = content.cards;
    assert.ok(card);
    const strings = Object.fromEntries(Object.keys(content.strings).map((key) => [key, attack]));
    const html = pageHtml(
      {
        ...content,
        uri: attack,
        title: attack,
        date: attack,
        language: attack,
        id: attack,
        place: { id: attack, offset: 0 },
        font: { family: attack, size: 14, lineHeight: 1 },
        strings: strings as unknown as PageContent['strings'],
        cards: [card, { ...card, id: attack, section: attack, label: attack, emoji: attack, name: attack }],
      },
      RESOURCES,
    );
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.ok(!html.includes(attack));
    assert.doesNotMatch(html, /="[^"]*<|'>/);
  });

  it('does not move the mark of the item that is read', () => {
    const text = '# T\n\n## A\n\nid="t-x" aria-current="true"\n\n- `id="s-a"`';
    assert.deepEqual(page({ id: 's-a', view: 'whole' }, text).match(/<[^>]* aria-current="true"[^>]*>/g), [
      '<section class="section prose" id="s-a" aria-current="true">',
    ]);
  });
});
