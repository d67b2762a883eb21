import assert from 'node:assert/strict';
import { htmlToMarkdown } from '../../src/intake/htmlToMarkdown.ts';

const TEXT = 'The office says that it stops at nine, and that nobody is late.';
const read = (html: string) => htmlToMarkdown(html).trim();
const card = (title: string, more = `<p>${TEXT}</p>`, name = 'card') =>
  `<div class="${name}"><div>${title}</div>${more}</div>`;
const item = (title: string) => `- **${title}**\n\n  ${TEXT}`;

describe('Elements of one class that begin with a short line and go on', () => {
  it('are items if there are three, in one element or in several', () => {
    const items = ['Ferry stops', '渡船が止まる', 'Кран приїде'];
    assert.equal(read(items.map((title) => card(title)).join('\n')), items.map(item).join('\n'));
    const [ferry = '', crane = '', tug = ''] = items.map((title) => card(title));
    assert.equal(
      read(`<div>${ferry}${crane}</div><p>Later:</p><div>${tug}</div>`),
      [items.slice(0, 2).map(item).join('\n'), 'Later:', item(items[2] ?? '')].join('\n\n'),
    );
  });

  it('may be articles, with a headline in bold, in other elements, and have inner ones', () => {
    const inner = (title: string) =>
      `<article><div class="in"><div class="name"><b>${title}</b></div><p>${TEXT}</p></div><a href="https://a.example">Read</a></article>`;
    const written = `- **Ferry**\n\n  ${TEXT}\n\n  [Read](<https://a.example/>)`;
    assert.equal(
      read(`<section>${inner('Ferry')}${inner('Ferry')}${inner('Ferry')}</section>`),
      [written, written, written].join('\n'),
    );
    const hero = `<article class="hero"><div>Ferry</div><p>${TEXT}</p></article>`;
    const plain = hero.replace(' class="hero"', '');
    assert.equal(read(`<h2>A</h2>${plain}${plain}<h2>B</h2>${hero}`).match(/^- /gm)?.length, 3);
  });

  it('are items if there are two, by their name', () => {
    for (const name of ['card', 'news-card big', 'story', 'post_article'])
      assert.equal(
        read(card('Ferry', undefined, name) + card('渡船', undefined, name)),
        `${item('Ferry')}\n${item('渡船')}`,
      );
    for (const name of ['cardboard', 'box', 'history', 'discard'])
      assert.doesNotMatch(read(card('Ferry', undefined, name).repeat(2)), /^- /m, name);
    assert.doesNotMatch(read(card('Ferry')), /^- /m);
  });

  it('are none if there are two of another name, or if they are figures, chapters, or hold several of a kind', () => {
    const lists = (html: string) => read(html).match(/^- /gm) ?? [];
    const three = (html: string) => html.repeat(3);
    for (const html of [
      card('Ferry', undefined, 'box').repeat(2),
      three(card('14', '<p>boats</p>')),
      three(card('Ferry', `<p>${TEXT.repeat(40)}</p>`)),
      three(card('It stops at nine.')),
      three(card('Ferry', `<h3>Crane</h3><p>${TEXT}</p>`)),
      three(card('Ports', `<p><b>Ferry</b></p><p>${TEXT}</p>`)),
      three(card('✓')),
      three(`<div><div>Ferry</div><p>${TEXT}</p></div>`),
    ])
      assert.deepEqual(lists(html), [], html.slice(0, 80));
    const groups = three(`<div class="group"><div>Ferries</div>${card('One')}${card('Two')}</div>`);
    assert.equal(lists(groups).length, 6);
  });

  it('may differ in a second class, a list or a line in bold', () => {
    const more = [card('Tug', `<p>${TEXT}</p><ul><li>One</li></ul>`), card('Quay', undefined, 'card odd')];
    const items = read(
      [
        card('Boat'),
        card('Ferry'),
        ...more,
        card('Crane'),
        card('Lock', `<p>${TEXT}</p><p><b>So</b></p>`),
      ].join(''),
    );
    assert.deepEqual(
      items.match(/^- .+$/gm)?.join(''),
      ['- **Boat**', '- **Ferry**', '- **Tug**', '- **Quay**', '- **Crane**', '- **Lock**'].join(''),
    );
  });

  it('are none below a kicker, a number or a date, as titles of sections, or in a footer', () => {
    const three = (html: string) => html.repeat(3);
    for (const html of [
      ['Ports', 'Häfen', 'Порты']
        .map((words) => card(words, `<p>The ferry stops at nine</p><p>${TEXT}</p>`))
        .join(''),
      three(card('1')),
      three(card('3 March 2026')),
      three(`<div class="section"><div class="section-title">Ports</div><p>${TEXT}</p></div>`),
      `<p>News</p><div class="footer">${three(card('Office', '<p>1 Quay Street, on the island in the north of the harbour</p>'))}</div>`,
    ])
      assert.doesNotMatch(read(html), /^- /m, html.slice(0, 90));
  });

  it('may have a kicker that others begin with, too, which is below the title then', () => {
    const cards = (...titles: string[]) =>
      titles.map((title) => card('🚢 Häfen', `<div>${title}</div><p>${TEXT}</p>`)).join('');
    const below = (title: string) => `- **${title}**\n\n  🚢 Häfen\n\n  ${TEXT}`;
    assert.equal(
      read(cards('Die Fähre hält', 'Die Fähre fährt') + card('Ein Kran')),
      [below('Die Fähre hält'), below('Die Fähre fährt'), item('Ein Kran')].join('\n'),
    );
    const link = read(cards(...[1, 2, 3].map((n) => `<a href="https://a.example">Why now ${n}?</a>`)));
    assert.match(link, /^- \[\*\*Why now 1\?\*\*\]/);
    const asked = read(cards('Wer hält?', 'Die Fähre hält', 'Ein Kran', 'Ein Boot'));
    assert.ok(asked.startsWith(below('Wer hält?')), asked);
    const once = card('Quay', `<div>The quay is new</div><p>${TEXT}</p>`);
    assert.match(
      read(cards('Ferry stops', 'Ferry goes') + once),
      /\n- \*\*The quay is new\*\*\n\n {2}Quay\n/,
    );
    assert.match(
      read(cards('<b>Die Fähre</b>', '<b>Der Kran</b>', '<b>Das Boot</b>')),
      /^- \*\*Die Fähre\*\*\n\n {2}🚢/,
    );
    for (const other of ['Ann · 3 March', 'It stops at nine.', '<b>Ferry</b>', '3 March 2026'])
      assert.doesNotMatch(read(cards(other).repeat(3)), /\n\n {2}🚢 Häfen/, other);
  });

  it('have no byline in a title whose headline is in bold, but may have a badge there', () => {
    const three = (title: string) => read(card(title).repeat(3)).split('\n')[0];
    assert.equal(
      three('<b>Die Fähre hält um neun Uhr</b> · Bote 8/10'),
      '- **Die Fähre hält um neun Uhr** · Bote 8/10',
    );
    assert.equal(three('<b>NEU</b> Die Fähre hält'), '- **NEU Die Fähre hält**');
    assert.equal(three('Die <b>Fähre</b> hält'), '- **Die Fähre hält**');
  });

  it('have no kicker that is a name or the title of a story that is there twice', () => {
    const items = (...pairs: readonly (readonly [string, string])[]) =>
      read(pairs.map(([first, next]) => card(first, `<div>${next}</div><p>${TEXT}</p>`)).join(''));
    const names = [1, 2, 3, 4].map((n) => [n % 3 === 1 ? 'Ann' : `B${n}`, '2 hours ago'] as const);
    assert.doesNotMatch(items(...names), /^- /m);
    const goes = ['The tug', TEXT] as const;
    const twice = ['Ferry stops', 'Nobody knows why it is so late'] as const;
    assert.doesNotMatch(items(twice, goes, goes, goes, twice), /\*\*Nobody/);
    const prompts = [twice, ['Ferry stops', TEXT], ['Ferry stops', TEXT]] as const;
    assert.doesNotMatch(items(...prompts), /\*\*Nobody/);
  });

  it('are below a heading if lines of another class are all above some, one above several, and differ', () => {
    const above = (words: string, name = 'desk') => `<div class="${name}">${words}</div>${card('Ferry')}`;
    const headings = (html: string) => read(html).match(/^#+ .+$/gm) ?? [];
    const three = (html: string) => `<h2>News</h2>${html}<p>It is late.</p>`;
    const pages = above('⚓ Ports') + above('도시') + card('Tug') + above('Stadt (3)');
    assert.deepEqual(headings(three(pages)), ['## News', '### ⚓ Ports', '### 도시', '### Stadt (3)']);
    for (const html of [
      above('Ann') + above('Ben') + above('Cid'),
      above('Ports') + above('Ports') + card('Tug') + above('Town'),
      above('Ports') + above('It stops.') + card('Tug') + above('Town'),
      above('Ports') + above('Town') + card('Tug') + above('3 March 2026'),
      `${above('Ports') + above('Town') + card('Tug')}<div class="desk">Late</div><p>It is late.</p>`,
      above('Ports') + card('Tug') + card('Quay'),
      above('Ports '.repeat(11)) + card('Tug') + above('Town '.repeat(13)),
    ])
      assert.deepEqual(headings(three(html)), ['## News'], html.slice(0, 90));
    const about = `<h2>Ports</h2>${above('All ships') + card('Tug')}<h2>Town</h2>${above('All trams')}`;
    assert.deepEqual(headings(about), ['## Ports', '## Town']);
  });

  it('have no image beside a link to the same page', () => {
    const linked = (n: number) =>
      `<div class="card"><a href="https://a.example/${n}"><img alt="A boat" src="b.png"></a><p><a href="https://a.example/${n}">Ferry</a></p><p>${TEXT}</p></div>`;
    assert.doesNotMatch(read([1, 2, 3].map(linked).join('')), /A boat/);
  });

  it('have no initials in place of a picture', () => {
    const initials = (words: string, name = 'div') => `<${name} class="avatar small">${words}</${name}>`;
    assert.equal(read(`<div>${initials('AN')}<p>${TEXT}</p></div>`), TEXT);
    for (const [words, name] of [['Ann'], ['李明'], ['US', 'span']])
      assert.match(read(`<div>${initials(words ?? '', name)}<p>${TEXT}</p></div>`), new RegExp(`^${words}`));
  });
});
