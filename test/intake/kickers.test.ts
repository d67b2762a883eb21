import assert from 'node:assert/strict';
import { htmlToMarkdown } from '../../src/intake/htmlToMarkdown.ts';

const TEXT = 'It stops at nine.';
const read = (html: string) => htmlToMarkdown(html).trim();
const image = (alt: string, n?: number): string =>
  n === undefined
    ? `<p><img alt="${alt}" src="a.png"></p>`
    : `<a href="https://a.example/${n}">${image(alt)}</a>`;
const more = (n: number) => `<p>${TEXT}</p><p>${TEXT} <a href="https://a.example/${n}">Gazette</a></p>`;

describe('A kicker of a headline', () => {
  it('is right above that, if the image above it is left out or loses its link', () => {
    const story = (title: string, n: number, alt = title) =>
      `<article>${image(alt, n)}<div>Häfen</div><h2>${title}</h2>${more(n)}</article>`;
    for (const alt of [undefined, 'Foto zu: Die letzte Fähre hält um neun'])
      assert.match(
        read(story('Der Kran kommt', 1) + story('Die letzte Fähre hält um neun', 2, alt)),
        /^Häfen\n## Der Kran kommt\n[^]*\n\nHäfen\n## Die letzte Fähre hält um neun\n/,
      );
    assert.match(
      read(story('Ferry', 1, 'Two boats') + story('Crane', 2, 'A boat')),
      /^Two boats Häfen\n## Ferry\n[^]*\n\nA boat Häfen\n## Crane\n/,
    );
  });

  it('is below one in bold type also if it begins an element with others', () => {
    const story = (title: string) =>
      `<div><div>Ports</div><div class="story-title">${title}</div><p>${TEXT}</p></div>`;
    const written = (title: string) => `**${title}**\n\nPorts\n\n${TEXT}`;
    assert.equal(
      read(`<h2>A</h2><div>${story('Ferry')}${story('Tug')}</div><h2>B</h2><div>${story('Quay')}</div>`),
      `## A\n\n${written('Ferry')}\n\n${written('Tug')}\n\n## B\n\n${written('Quay')}`,
    );
  });
});

describe('An image with the words of the headline below it', () => {
  const below = (alt: string, ...lines: readonly string[]) =>
    read(image(alt) + lines.map((some) => `<p>${some}</p>`).join(''));

  it('is left out, and no other', () => {
    assert.equal(below('渡船停航', 'Ports', '渡船停航', TEXT), `Ports\n\n渡船停航\n\n${TEXT}`);
    for (const [alt, ...lines] of [
      ['Ferry', 'The ferry stops', TEXT],
      ['The red ferry', 'Ferry', TEXT],
      ['Ferry', 'Ports', 'Monday', 'March', 'Ferry'],
    ])
      assert.match(below(alt ?? '', ...lines), new RegExp(`^${alt}\n`), lines[0]);
    assert.equal(read(image('A boat') + image('A boat')), 'A boat\n\nA boat');
  });
});
