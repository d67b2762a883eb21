import assert from 'node:assert/strict';
import { END } from '../../src/reader/messages.ts';
import type { PageContent } from '../../src/reader/content.ts';
import { NOTHING } from './content.ts';
import { attribute, cards, IDS, page, part, TEXT, textOf } from './html.ts';

const [lede = '', quay = '', fog = '', tide = ''] = IDS;

/** The button that leads to a skipped item: its target, view, visibility and text. */
const SKIPPED =
  /<button class="way skipped" data-choose="([^"]*)" data-view="(\w+)"( hidden|)><span class="way-label">([^<]*)<\/span><b class="way-title" dir="auto">([^<]*)<\/b>/g;

describe('The bar of the page', () => {
  it('shows the briefing, the position, and the time that is left', () => {
    const times: PageContent['times'] = {
      '': [400, 0],
      [lede]: [400, 350],
      [quay]: [350, 300],
      [fog]: [300, 200],
      [tide]: [200, 0],
    };
    const where = (more: Partial<PageContent>) =>
      textOf(part(page({ times, ...more }), '<p class="where">', '</p>')).trim();
    const places = [
      '1 of 4 · 7 min left',
      '2 of 4 · 6 min left',
      '3 of 4 · 5 min left',
      '4 of 4 · 3 min left',
      '',
    ];
    assert.deepEqual(
      [...IDS, END].map((id) => where({ id })),
      places,
    );
    assert.deepEqual(
      cards(page({ times })).map((card) => attribute(card, 'data-where')),
      places,
    );
    const inWhole = [{}, { id: quay }, { id: tide }, { id: END }].map((at) =>
      where({ view: 'whole', ...at }),
    );
    assert.deepEqual(inWhole, ['7 min left', '6 min left', '3 min left', '']);
    assert.match(page({ view: 'whole', times: { '': [1, 0] } }), /<p class="where">1 min left<\/p>/);
    assert.match(
      page(),
      /<p class="bar-start"><b dir="auto">Harbour<\/b><span class="date"> · 2026-03-02<\/span>/,
    );
  });

  it('has a status for a file that can no longer be read', () => {
    const line = '<p class="bar-row fault" role="status" dir="auto">';
    assert.ok(page().includes(`${line}</p>`));
    const fault = 'The file is <gone>.';
    assert.ok(page({ status: { ...NOTHING, fault } }).includes(`${line}The file is &#60;gone&#62;.</p>`));
  });

  it('says whether the item is read and starred, and what its buttons do', () => {
    const marks = (html: string) =>
      [...html.matchAll(/data-press="(\w+)"[^>]* aria-pressed="(\w+)" title="([^"]+)"/g)].map((match) =>
        match.slice(1).join(' '),
      );
    assert.deepEqual(marks(page({ id: fog })), [
      'markRead false Mark as Read (m)',
      'star false Add Star (s)',
    ]);
    const both = marks(page({ id: fog, status: { ...NOTHING, read: [fog], starred: [fog] } }));
    assert.deepEqual(both, ['markRead true Mark as Unread (m)', 'star true Remove Star (s)']);
    assert.match(page({ id: END }), /<span class="marks" hidden>/);
  });

  it('goes to the items before and after, and to the end', () => {
    const turns = (id: string) =>
      [...page({ id }).matchAll(/<button class="turn-button [^"]+" data-choose="([^"]*)"( hidden)?>/g)].map(
        ([, to, hidden]) => (hidden === undefined ? to : undefined),
      );
    assert.deepEqual([lede, quay, fog, tide, END, 's-sources'].map(turns), [
      [undefined, quay],
      [lede, fog],
      [quay, tide],
      [fog, END],
      [tide, undefined],
      [undefined, undefined],
    ]);
    const words = textOf(part(page({ id: tide }), '<footer', '</footer>'));
    assert.match(words, /‹ Previous: Fog k j Next: The end ›/);
  });

  it('offers no item if there is none', () => {
    assert.deepEqual(cards(page({}, '# T')), []);
    assert.match(page({}, '# T\n\nProse.'), /data-view="item">/);
    assert.doesNotMatch(page({}, '# T'), /data-view="item">/);
  });
});

describe('A card of the page', () => {
  const all = cards(page());
  const [, first = '', second = '', third = ''] = all;

  it('says which of how many it is', () => {
    const labels = all.map((card) => attribute(card, 'aria-label'));
    assert.deepEqual(labels.slice(0, -1), [
      '1 of 4: Harbour',
      '2 of 4: Quay',
      '3 of 4: Fog',
      '4 of 4: High tide',
    ]);
    const positions = all.map((card) => Number(attribute(card, 'data-position')));
    assert.deepEqual(positions, [0.25, 0.5, 0.75, 1, 1]);
  });

  it('has its section, its heading and its words', () => {
    assert.match(textOf(first), /In brief 🚧 Quay closed *$/);
    const emoji = '<span class="emoji" aria-hidden="true">🚧</span>';
    assert.ok(first.includes(`<h1 dir="auto">${emoji}<span class="name">Quay</span></h1>`));
    assert.match(third, /<p class="lone-emoji"><span class="emoji" aria-hidden="true">🌊<\/span><\/p>/);
    assert.match(second, /<h1 class="unseen" dir="auto"><span class="name">Fog<\/span><\/h1>/);
    assert.doesNotMatch(second, /emoji/);
  });

  it('has an emoji that can be hidden, in names too', () => {
    const whole = page({}, '# 🚢 T\n\n## 👩🏽‍🚀 A\n\n- **🇪🇺 b ⚔️ c © ™ 1:** d');
    const html = whole.replace(/<script type=.*?<\/script>/s, '') + cards(whole).join('');
    const found = [...html.matchAll(/<span class="emoji"[^>]*>([^<]*)<\/span>/g)].map(([, emoji]) => emoji);
    assert.deepEqual([...new Set(found)].sort(), ['⚔️', '🇪🇺', '🚢', '👩🏽‍🚀'].sort());
    assert.doesNotMatch(
      html.slice(html.indexOf('<body')).replace(/<span class="emoji"[^>]*>[^<]*<\/span>|<[^>]*>/g, ''),
      /[⚔🇪🚢👩🚀]/u,
    );
  });

  it('keeps characters of its words that are emoji when emoji are hidden', () => {
    const signs = 'Berlin ↔ Paris ☎ hotline ✔ done';
    const whole = page({}, `# ${signs}\n\n## ${signs} 1\n\n- **${signs}:** d\n\n## ${signs} 2\n\ne`);
    const html = whole + cards(whole).join('');
    assert.deepEqual(html.match(/<span class="emoji"[^>]*>/g), null);
    assert.equal(html.split(`>${signs}<`).length > 5, true);
  });

  it('says whose its references are, and nothing if there are none', () => {
    const one = (text: string) => cards(page({}, text))[0] ?? '';
    const shared = one('# T\n\n## A\n\n- a\n- b\n\n## Sources\n\n- [c](https://c.example)\n- D');
    assert.match(shared, /<div class="sources" role="group" aria-label="From the briefing’s references">/);
    // Other items have references of their own.
    assert.doesNotMatch(first, /class="sources"/);
    assert.match(second, /<div class="sources" role="group" aria-label="Reference"><h2>Reference<\/h2>/);
    const several = one('# T\n\n## A\n\n- a ([c](https://c.example/1), [d](https://d.example/2))\n- b');
    assert.match(several, /aria-label="References"><h2>References<\/h2>/);
    assert.match(one('# T\n\n## A\n\n- a'), /<p dir="auto">a<\/p>\n<\/div>\n<\/article>/);
  });

  it('has no list of references if its words are the only one', () => {
    const [, link = ''] = cards(
      page({}, '# T\n\nb [c](https://c.example)\n\n## A\n\n- [d](https://d.example)'),
    );
    assert.match(link, /<div class="body reference r-1"><p dir="auto"><a href="https:\/\/d.example\/"/);
    assert.doesNotMatch(link, /class="sources"/);
    assert.equal(textOf(link).match(/d\.example/g)?.length, 1);
  });
});

describe('The end of the page', () => {
  it('says what was read, and offers what comes next', () => {
    const end = cards(page()).at(-1) ?? '';
    assert.match(end, /^<section class="card end-card" data-id="end" /);
    assert.match(textOf(end), /The end Harbour 4 not read Harbour /);
    assert.match(end, /<div class="stars" hidden>/);
    assert.match(end, /<button class="way next-unread forth" data-press="nextUnread" hidden>/);
    assert.match(end, /<p class="nothing-unread">/);
    assert.doesNotMatch(textOf(end), /\bmin\b/);
  });

  it('leads to the first unread item, and says how many there are', () => {
    const ways = (read: readonly string[], text = TEXT) =>
      [...page({ id: END, status: { ...NOTHING, read } }, text).matchAll(SKIPPED)].map((match) =>
        match.slice(1),
      );
    assert.deepEqual(ways([lede, fog]), [
      [quay, 'whole', '', '2 not read', 'Quay'],
      [quay, 'item', '', '2 not read', 'Quay'],
    ]);
    assert.deepEqual(ways([lede, quay, tide])[1], [fog, 'item', '', '1 not read', 'Fog']);
    for (const [, , hidden] of ways(IDS)) assert.equal(hidden, ' hidden');
    assert.deepEqual(ways([], '# T'), [['', 'whole', ' hidden', '0 not read', '']]);
  });

  it('is missing, without minutes, if there is nothing to read', () => {
    const nothing = 'This file is <empty>.';
    const status = { ...NOTHING, finished: true };
    const html = page({ view: 'whole', nothing, times: {}, date: '2 March', status }, '');
    const body = html.slice(html.indexOf('<div id="page">'), html.indexOf('<dialog'));
    assert.match(body, /<p class="nothing">This file is &#60;empty&#62;\.<\/p>/);
    assert.match(body, /<p class="meta"><span class="date" dir="auto">2 March<\/span><\/p>/);
    assert.doesNotMatch(textOf(body), /\bmin\b|finished|The end/);
  });

  it('says so if everything is read', () => {
    const status = { ...NOTHING, finished: true };
    const html = page({ id: END, status });
    assert.match(html, /<h1 class="finished">You have finished<\/h1>/);
    assert.match(html, /<h2 class="finished">You have finished<\/h2>/);
    assert.match(page({ status }, '# T\n\nProse.'), /<h2 class="finished">You have finished<\/h2>/);
  });

  it('lists what was starred', () => {
    const status = { ...NOTHING, starred: [tide, quay], next: 'Night <fog>' };
    const html = page({ id: END, status });
    const end = cards(html).at(-1) ?? '';
    assert.match(html, /<main class="cards"><section class="card current end-card"/);
    assert.match(textOf(end), /You have starred Quay High tide Next unread Night <fog> j/);
    const chosen = [...html.matchAll(/class="star-item" data-choose="([^"]*)" data-view="(\w+)"/g)];
    const ways = chosen.map((match) => match.slice(1).join(' '));
    assert.deepEqual(ways, [`${quay} whole`, `${tide} whole`, `${quay} item`, `${tide} item`]);
    assert.match(end, /<p class="nothing-unread" hidden>/);
  });

  it('is also at the end of the whole view, even if there is nothing to read', () => {
    const whole = part(page(), '<main class="whole"', '</main>');
    assert.match(whole, /<h2 class="finished">The end<\/h2>/);
    assert.match(part(page({}, '# T'), '<section class="end"', '</section>'), /The end/);
  });
});

describe('The whole view of the page', () => {
  it('has the date, the reading time, and how much is read', () => {
    const meta = (html: string) => textOf(part(html, '<p class="meta"', '</p>')).trim();
    const status = { ...NOTHING, read: [quay] };
    assert.equal(meta(page({ times: { '': [130, 0] }, status })), '2026-03-02 · 2 min · 1 of 4 read');
    assert.equal(meta(page({}, '# T\n\nProse.')), '1 min · 0 of 1 read');
    assert.equal(meta(page({}, '# T')), '1 min');
    assert.equal(meta(page({ sender: 'Ann <i>' }, '# T')), 'Ann <i> · 1 min');
    assert.match(part(page(), '<article', '</article>'), /<h1 dir="auto">Harbour<\/h1>\n<p class="meta"/);
  });

  it('marks its items', () => {
    const status = { ...NOTHING, read: [quay, tide], starred: [tide] };
    const mark =
      /<(?:li|div) class="((?:takeaway|passage)[^"]*)"[^>]*><span class="mark" role="img" ([^>]*)>/g;
    assert.deepEqual(
      [...page({ status }).matchAll(mark)].map((match) => match.slice(1).join(' ')),
      [
        'passage aria-label="Unread"',
        'takeaway read aria-label="Read"',
        'takeaway aria-label="Unread"',
        'takeaway read starred aria-label="Read, Starred"',
      ],
    );
  });

  it('has an outline beside it if there are several sections', () => {
    const html = page({}, '# T\n\n## A\n\na\n\n### B & C\n\nb\n\n## D\n\nd');
    const contents = part(html, '<nav class="contents" aria-label="Sections">', '</nav>');
    assert.deepEqual(contents.match(/<li class="depth-\d"><a href="#[^"]*"/g), [
      '<li class="depth-1"><a href="#s-a"',
      '<li class="depth-2"><a href="#s-b-c"',
      '<li class="depth-1"><a href="#s-d"',
    ]);
    assert.doesNotMatch(page({}, '# T\n\n## A\n\na'), /class="contents"/);
  });
});
