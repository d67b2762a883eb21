import assert from 'node:assert/strict';
import type { PageContent } from '../../src/reader/content.ts';
import { pageHtml, pageRender } from '../../src/reader/page.ts';
import { wordsHtml } from '../../src/base/emoji.ts';
import { contentOf, NOTHING, RESOURCES } from './content.ts';
import { attribute, cards, dataOf, IDS, page, part, policy, TEXT, textOf } from './html.ts';

const [, quay = '', fog = ''] = IDS;

/** The ids of the elements that are marked as current. */
function markedIn(html: string): (string | undefined)[] {
  return (html.match(/<[^>]* aria-current="true"[^>]*>/g) ?? []).map((tag) => attribute(tag, 'id'));
}

describe('The policy of the page', () => {
  const strict = {
    'default-src': ["'none'"],
    'script-src': ["'nonce-aNonce42'"],
    'style-src': ["'nonce-aNonce42'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  };

  it('allows nothing but the script and the style with the nonce', () => {
    assert.deepEqual(policy(page()), strict);
  });

  it('allows images from the given sources', () => {
    const html = pageHtml(contentOf(TEXT), {
      ...RESOURCES,
      imageSources: ['https://*.webview.example', 'data:'],
    });
    assert.deepEqual(policy(html), { ...strict, 'img-src': ['https://*.webview.example', 'data:'] });
  });

  it('comes before anything that it applies to', () => {
    const html = page();
    assert.ok(html.indexOf('Content-Security-Policy') < html.search(/<(?:link|script|title|style)/));
  });
});

describe('The page', () => {
  it('is one document with its script and its style sheet, and needs no other file', () => {
    const html = page();
    assert.match(html, /^<!DOCTYPE html>\n<html lang="en">/);
    // The cards are data, which is never run.
    assert.deepEqual(html.match(/<script(?! type="application\/json" id="cards">)[^>]*>[^<]*/g), [
      '<script nonce="aNonce42">start();',
    ]);
    assert.deepEqual(html.match(/<style[^>]*>[^<]*/g), ['<style nonce="aNonce42">body { margin: 0; }']);
    assert.doesNotMatch(
      html,
      /<(?:link|img|iframe|object|embed|form|base|audio|video)\b| (?:style|src|on\w+)="/,
    );
  });

  it('is complete before its script runs', () => {
    const words = textOf(page());
    const parts = ['Harbour', '2026-03-02', 'Lede.', 'In brief', 'Quay', 'closed', 'Fog', 'High tide'];
    for (const words_ of [...parts, 'Sources', 'One', 'Two', '0 of 4 read', 'Next', 'g g'])
      assert.ok(words.includes(words_), words_);
  });

  it('is made of the same parts as a message', () => {
    const content = contentOf(TEXT, { id: fog, place: { id: fog, offset: 0.5 } });
    const { title, data, html } = pageRender(content);
    const whole = pageHtml(content, RESOURCES);
    assert.ok(whole.includes(`<title>${title}</title>`));
    assert.ok(whole.includes(`<div id="page">${html}</div>`));
    const body = part(whole, '<body', '>');
    assert.deepEqual(JSON.parse(attribute(body, 'data-page') ?? ''), JSON.parse(JSON.stringify(data)));
    assert.doesNotMatch(html, /<script(?! type="application\/json" id="cards">)|<template|<dialog/);
  });

  it('shows the current view and item', () => {
    const html = page({ id: fog });
    assert.match(html, /<body class="item-view"/);
    assert.match(page({ view: 'whole' }), /<body class="whole-view"/);
    assert.equal(html.match(/<section class="card/g)?.length, 1);
    const shown = part(html, '<main class="cards">', '</main>');
    assert.ok(shown.startsWith(`<main class="cards"><section class="card current" data-id="${fog}"`));
    assert.ok(cards(html).includes(part(shown, '<section', '</section>').replace(' current"', '"')));
    assert.deepEqual(markedIn(html), [fog]);
    assert.doesNotMatch(page(), /aria-current|card current/);
    assert.deepEqual(markedIn(page({ id: 's-sources', view: 'whole' })), ['s-sources']);
  });

  it('has the languages of the interface and of the text, and the direction of the text', () => {
    const html = page();
    assert.equal(part(html, '<article', '>'), '<article lang="pt-BR" dir="ltr">');
    assert.equal(cards(html).filter((card) => card.includes(' lang="pt-BR" dir="ltr"')).length, 5);
    assert.doesNotMatch(page({}, '# T\n\n## A\n\n- a'), / lang="(?!en")/);
    for (const title of ['محادثات', '2025 שיחות', 'ދިވެހި'])
      assert.match(page({}, `# ${title}\n\n## A\n\n- a`), /<article dir="rtl">/, title);
    for (const title of ['Peace talks محادثات', '會談', '2025'])
      assert.match(page({}, `# ${title}\n\n## A\n\n- a`), /<article dir="ltr">/, title);
  });

  it('gives data to its script as an attribute', () => {
    const known: Partial<PageContent> = {
      id: 't-x',
      place: { id: 't-x', offset: 0.25 },
      words: ['fog', '"quoted"'],
      render: 7,
      uri: 'file:///a"b.md',
      status: { ...NOTHING, read: [fog], cited: [[0, 2]], next: 'Next' },
    };
    const { strings, times, ...data } = dataOf(page(known));
    const style = { family: 'serif', size: 14, lineHeight: 1.6, width: 68, emoji: true };
    assert.deepEqual(data, { ...known, view: 'item', stays: true, style });
    assert.ok((times['']?.[0] ?? 0) > 0 && strings.end === 'The end');
    const bare = dataOf(page());
    assert.deepEqual([bare.id, bare.place, bare.words], [undefined, undefined, undefined]);
  });

  it('has one headline in each view', () => {
    const html = page({ id: quay });
    for (const shown of [part(html, '<main class="whole"', '</main>'), ...cards(html)])
      assert.equal(shown.match(/<h1/g)?.length, 1);
    assert.equal(cards(html).length, 5);
  });
});

describe('The text of a briefing', () => {
  it('is text on the page, wherever it stands', () => {
    const attack = `"'><script>alert(1)</script>&amp;`;
    const content = contentOf(TEXT);
    const [card] = content.cards;
    assert.ok(card);
    const time = { minutes: attack, hours: attack };
    const named = Object.keys(content.strings).map((key) => [key, attack]);
    const strings: unknown = { ...Object.fromEntries(named), left: time, time };
    const html = pageHtml(
      {
        ...content,
        uri: attack,
        title: attack,
        titleHtml: wordsHtml(attack),
        date: attack,
        language: attack,
        id: attack,
        place: { id: attack, offset: 0 },
        style: { ...content.style, family: attack },
        status: { ...NOTHING, read: [attack], starred: [attack], next: attack },
        strings: strings as PageContent['strings'],
        words: [attack],
        keys: [{ titles: { [attack]: attack, 'briefings.star': attack }, keys: [attack] }],
        contents: [1, 2].map((depth) => ({ id: attack, titleHtml: wordsHtml(attack), depth })),
        cards: [card, { ...card, id: attack, emoji: attack, name: attack, nameHtml: wordsHtml(attack) }],
      },
      RESOURCES,
    );
    assert.deepEqual(html.match(/<script [a-z]+/g), ['<script type', '<script nonce']);
    assert.ok(!html.includes(attack));
    const elements = html.replace(/<script type=.*?<\/script>/s, '') + cards(html).join('');
    assert.doesNotMatch(elements, /="[^"]*<|'>/);
  });

  it('has the mark of a row in its first cell', () => {
    const table = '| Title | Points |\n|---|---|\n| [Ferry stops](a.md) | 3 |\n| [Crane came](b.md) | 2 |';
    const html = page({}, `# T\n\n## A\n\n${table}`);
    const rows = html.match(/<tr class="takeaway" [^>]*>\s*<td[^>]*><span class="mark"/g);
    assert.equal(rows?.length, 2);
  });

  it('does not move the mark of the current item', () => {
    const text = '# T\n\n## A\n\n<li class="takeaway" id="s-a">\n\n- `id="s-a"`';
    const html = page({ id: 's-a', view: 'whole' }, text);
    assert.deepEqual(markedIn(html), ['s-a']);
    assert.match(html, /<section class="section prose" id="s-a" [^>]*aria-current/);
  });
});
