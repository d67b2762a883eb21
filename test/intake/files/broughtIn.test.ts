import assert from 'node:assert/strict';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { mailFile, mailText } from '../../../src/intake/files/mailFile.ts';
import { pageFile } from '../../../src/intake/files/pageFile.ts';
import { htmlToMarkdown } from '../../../src/intake/htmlToMarkdown.ts';
import { NOON, toMarkdown } from './harbour.ts';
import { worked } from '../../support/clock.ts';

describe('A mail as a file', () => {
  const mail = {
    kind: 'mail',
    subject: 'Harbour: the week',
    from: 'Ann of the harbour',
    date: '2026-11-20T07:00:00.000Z',
    language: 'en',
    markdown: '# Harbour: the week\n\n- **Ferries:** none runs.\n',
  } as const;

  it('has its subject, day, language and sender, who is not a reference', () => {
    const { name, text } = mailFile(mail, NOON);
    const { title, date, language, sender, references } = parseBriefing(text, name);
    assert.deepEqual([title, date, language], ['Harbour: the week', '2026-11-20', 'en']);
    assert.equal(sender, 'Ann of the harbour');
    assert.match(text, /^source: Ann of the harbour$/m);
    assert.deepEqual(references, []);
    const lying = mailText(mail, NOON);
    assert.match(lying, /^source: Ann of the harbour$/m);
    assert.deepEqual(parseBriefing(lying, 'a.eml').references, []);
    assert.equal(parseBriefing(text.replace('mail:', 'page:'), name).sender, undefined);
  });

  it('is the same file if it comes twice', () => {
    assert.equal(mailFile(mail, NOON).name, mailFile(mail, NOON + 1e9).name);
    assert.notEqual(mailFile(mail, NOON).name, mailFile({ ...mail, markdown: 'Another.' }, NOON).name);
  });
});

describe('A page as a file', () => {
  const read = (html: string, name = 'saved.html', markdownOf = toMarkdown) => {
    const file = pageFile({ name, html }, NOON, markdownOf);
    const { title, date, language, references } = parseBriefing(file.text, file.name);
    return [title, date, language, references[0]?.url];
  };

  it('has the title, date and address of the page', () => {
    const html =
      '<!doctype html><html class=a lang="de"><head><title>Ferries &amp; tugs_ | Harbour</title>' +
      '<meta content="2026-11-20T08:00:00+01:00" property="article:published_time">' +
      "<link href='https://harbour.example/1?a=1&amp;b=2' rel=canonical></head><p>None runs.</p>";
    assert.deepEqual(read(html), [
      'Ferries & tugs_ | Harbour',
      '2026-11-20',
      'de',
      'https://harbour.example/1?a=1&b=2',
    ]);
  });

  it('has those of front matter above it, as in the sources of a site', () => {
    const front = ['---', 'title: Ferries stop', 'date: 2026-11-21', 'layout: post', '---', ''];
    const html = '<html><head><title>Harbour</title></head><p>None <b>runs</b>.</p></html>';
    assert.deepEqual(read(front.join('\r\n') + html).slice(0, 2), ['Ferries stop', '2026-11-21']);
    const page = { name: 'a.html', html: `---\nlayout: post\n---\n\n${html}` };
    assert.match(
      pageFile(page, NOON, htmlToMarkdown).text,
      /^title: Harbour$[^]*^---\n\nNone \*\*runs\*\*\.\n$/m,
    );
  });

  it('falls back to its first heading or file name, and to the day when it came', () => {
    assert.deepEqual(read('<h2>Ferries stop</h2><p>None.'), [
      'Ferries stop',
      '2026-11-26',
      undefined,
      undefined,
    ]);
    assert.deepEqual(read('<p>None.', 'harbour-ferries-stop.html')[0], 'Harbour ferries stop');
    assert.equal(read('', 'a.html')[0]?.length !== 0, true);
  });

  it('has its heading as its title if the page’s title also names the site', () => {
    const cases: readonly (readonly [title: string, heading: string, read: string])[] = [
      ['Policy Digest: Week 48 | Example Think Tank', 'Policy Digest: Week 48', 'Policy Digest: Week 48'],
      ['Gazette: Ferries stop today', 'Ferries stop today', 'Ferries stop today'],
      ['Q&amp;A: ferries · Gazette', 'Q&amp;A: ferries', 'Q&A: ferries'],
      // No heading, an unrelated heading, the heading of the site.
      ['Ferries stop - Gazette', 'Island news', 'Ferries stop - Gazette'],
      ['Ferries stop - Gazette', 'Ferries', 'Ferries stop - Gazette'],
      ['The ferries stop | Gazette', 'Gazette', 'The ferries stop | Gazette'],
      ['Gazette – 3 March', 'Gazette', 'Gazette – 3 March'],
      ['News | Ferries stop on Monday', 'News', 'News | Ferries stop on Monday'],
      ['Digest: the week of the ferries', 'Digest', 'Digest: the week of the ferries'],
      // A title that only says what kind of text it is.
      ['Newsletter', 'Harbour Weekly', 'Harbour Weekly'],
      ['Newsletter', 'Ferries stop</h1><h1>Crane comes', 'Newsletter'],
    ];
    for (const [title, heading, expected] of cases)
      assert.equal(
        read(
          `<title>${title}</title><main><h1>${heading}</h1><p>None runs.</p></main>`,
          'a.html',
          htmlToMarkdown,
        )[0],
        expected,
        title,
      );
    for (const [title, expected] of [
      ['Ferries stop 2026-03-03 – Harbour Gazette', 'Ferries stop 2026-03-03'],
      ['Ferries stop 2026-03-03 – 3 March 2026', 'Ferries stop 2026-03-03 – 3 March 2026'],
    ] as const) {
      const header =
        '<header><p>News</p><nav></nav><i></i><b></b><h1 class="t">Ferries stop 2026-03-03</h1></header>';
      const main = '<main><h1>Ports</h1><p>None runs.</p><h1>Town</h1><p>It rains.</p></main>';
      assert.equal(read(`<title>${title}</title>${header}${main}`, 'a.html', htmlToMarkdown)[0], expected);
    }
    const named =
      '<meta property="og:site_name" content="Gazette"><title>Gazette | Ferry</title><h1>Gazette</h1><p>x';
    assert.equal(read(named, 'a.html', htmlToMarkdown)[0], 'Gazette | Ferry');
  });

  it('has a heading as its title if it has none, but not the first of several', () => {
    for (const title of ['', '<title> </title>'])
      for (const [headings, expected] of [
        [['h1', 'h2', 'h2'], 'Stops'],
        [['h2', 'h3', 'h3'], 'Stops'],
        [['h2', 'h2'], 'Ferry week 47'],
        [['h3', 'h2', 'h3'], 'Ferry week 47'],
      ] as const) {
        const html = headings.map(
          (h, i) => `<${h}>${i === 0 ? 'Stops' : `Story ${String(i)}`}</${h}><p>a</p>`,
        );
        assert.equal(
          read(title + html.join(''), 'ferry-week-47.html', htmlToMarkdown)[0],
          expected,
          html.join(''),
        );
      }
  });

  it('has its title once', () => {
    const html =
      '<title>Policy Digest: Week 48 | Example Think Tank</title>' +
      '<main><article><h1>Policy Digest: Week 48</h1><p>Three bills moved.</p><h2>Moved</h2><p>One.</p></article></main>';
    const { text, name } = pageFile({ name: 'page.html', html }, NOON, htmlToMarkdown);
    const titles = parseBriefing(text, name).sections.map(({ title }) => title);
    assert.deepEqual(titles, ['Moved']);
  });

  it('that was made to be slow is converted in bounded time', () => {
    const begun = worked();
    for (const piece of ['<meta ', '<link rel=canonical ', '<title', '<html ', '<time ', '<meta property='])
      read(piece.repeat(1e6 / piece.length));
    assert.ok(worked() - begun < 3000, String(worked() - begun));
  });
});
