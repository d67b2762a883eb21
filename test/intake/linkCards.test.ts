import assert from 'node:assert/strict';
import { htmlToMarkdown } from '../../src/intake/htmlToMarkdown.ts';

const read = (html: string) => htmlToMarkdown(html).trim();
const card = (n: number, title: string) =>
  `<a class="row" href="https://a.example/${String(n)}"><i class="icon"></i> <span><span class="row-title">${title}</span> May</span></a>`;
const line = (n: number, words: string, classes = 'n') =>
  `<a class="${classes}" href="https://a.example/${String(n)}">${words}</a>`;
const written = (n: number, title: string) => `[**${title}** May](<https://a.example/${String(n)}>)`;

describe('A link with a title in it and something else', () => {
  it('is a paragraph', () => {
    assert.equal(
      read(`<div>Soon: ${card(1, 'Fair')}\n${card(2, '市')} and more</div>`),
      `Soon:\n\n${written(1, 'Fair')}\n\n${written(2, '市')}\n\nand more`,
    );
  });

  it('is none in a heading, or without a title or anything else', () => {
    assert.equal(read(`<h3>1. ${card(1, 'Fair')}</h3>`), `### 1. ${written(1, 'Fair')}`);
    for (const inside of [
      '<span class="title">Fair</span>',
      '<b>Fair</b> <i>May</i>',
      '<span class="name">Fair</span> <i>May</i>',
    ])
      assert.doesNotMatch(read(`<p>See <a href="https://a.example/1">${inside}</a>, and go.</p>`), /\n/);
  });
});

describe('Links of a class below each other', () => {
  const column = (...words: readonly string[]) =>
    words.map((some, i) => line(i, some, i === 0 ? 'n big' : 'n')).join('\n');
  const link = (n: number, words: string) => `[${words}](<https://a.example/${String(n)}>)`;

  it('are a list, if most are as long as a headline', () => {
    assert.equal(
      read(
        `<div><div>Häfen</div>${column('The last ferry stops at nine<span class="source">Gazette</span>', '渡船在星期天晚上九点停航,港务局在公告中说', 'Tug', 'Die Fähre hält nicht in Köln')}</div>`,
      ),
      `Häfen\n\n- ${link(0, 'The last ferry stops at nine Gazette')}\n- ${link(1, '渡船在星期天晚上九点停航,港务局在公告中说')}\n- ${link(2, 'Tug')}\n- ${link(3, 'Die Fähre hält nicht in Köln')}`,
    );
  });

  it('are none if they are short, in a sentence or a heading, of different classes, or fewer', () => {
    const long = [
      'The last ferry stops at nine',
      'The last tug stops at nine',
      'The last crane stops at nine',
    ];
    for (const html of [
      column('Ferries', 'Tugs', 'The last ferry stops at nine'),
      `See ${column(...long).replaceAll('\n', ', ')}.`,
      `See ${column(...long)}, and go.`,
      `<footer>${column(...long)}</footer>`,
      `<h2>${column(...long)}</h2>`,
      long.map((words, i) => line(i, words, `n${String(i)}`)).join('\n'),
      column(...long.slice(1)),
      long.map((words, i) => line(i, words, '')).join('\n'),
    ])
      assert.doesNotMatch(read(`<div>${html}</div>`), /^- /m);
  });
});

describe('A link around a heading and its text', () => {
  const story = (inside: string) => `<a href="https://a.example/1">${inside}</a>`;

  it('is the link of the heading', () => {
    assert.equal(
      read(story('<div>№ 1</div><h3>Ferry stops</h3><p>It stops.</p><p>Read on →</p>')),
      '№ 1\n\n### [Ferry stops](<https://a.example/1>)\n\nIt stops.\n\nRead on →',
    );
  });

  it('is the link of all of it without a heading', () => {
    assert.equal(
      read(story('<div>№ 1</div><p>It stops.</p>')),
      '[№ 1](<https://a.example/1>)\n\n[It stops.](<https://a.example/1>)',
    );
    assert.equal(read(`<h3>${story('Ferry stops')}</h3>`), '### [Ferry stops](<https://a.example/1>)');
  });
});

describe('A link around a title by its class and its text', () => {
  const story = (inside: string) => read(`<a href="https://a.example/1">${inside}</a>`);

  it('is the link of the title', () => {
    assert.equal(
      story('<div>May</div><div class="card-title">Ferry stops</div><div>It stops.</div>'),
      'May\n\n[**Ferry stops**](<https://a.example/1>)\n\nIt stops.',
    );
    assert.equal(
      story('<span><b class="row-title">市</b> <i>May</i></span> <span>Häfen</span>'),
      '[**市**](<https://a.example/1>) *May* Häfen',
    );
  });

  it('is the link of all of it if something is before the title in its line', () => {
    assert.equal(
      story('<span>19:30</span> <span class="title">Ferry stops</span> <span>Pier</span>'),
      '[19:30 **Ferry stops** Pier](<https://a.example/1>)',
    );
  });
});

describe('A line in bold above a linked headline', () => {
  const lines = (...inside: readonly string[]) =>
    read(`<table><tr><td>${inside.join('<br>')}</td></tr></table>`);
  const headline = '<a href="https://a.example/1" style="font-weight:bold">Ferry stops</a>';
  const linked = '[**Ferry stops**](<https://a.example/1>)';

  it('is below it', () => {
    const kicker = '<span style="font-weight:700">Häfen</span>';
    assert.equal(
      lines(kicker, headline, 'It is late.', 'Gazette'),
      `${linked}\\\nHäfen\\\nIt is late.\\\nGazette`,
    );
  });

  it('stays where it is if it ends with a colon or is longer, or if there is no text', () => {
    assert.equal(lines('<b>Read:</b>', headline, 'It is late.'), `**Read:**\\\n${linked}\\\nIt is late.`);
    assert.equal(lines(headline, headline, 'It is late.'), `${linked}\\\n${linked}\\\nIt is late.`);
    assert.equal(
      lines('<b>Eine Fahrt nach Köln</b>', headline, 'It is late.'),
      `**Eine Fahrt nach Köln**\\\n${linked}\\\nIt is late.`,
    );
    assert.equal(lines('<b>Häfen</b>', headline), `**Häfen**\\\n${linked}`);
    assert.equal(lines('<b>Häfen</b>', 'Ferry stops', 'It is late.'), '**Häfen**\nFerry stops\nIt is late.');
  });
});
