import assert from 'node:assert/strict';
import fc from 'fast-check';
import createMarkdownIt, { type MarkdownIt } from 'markdown-it';
import { plainAddresses } from '../../../../src/briefing/grammar/links/plainAddresses.ts';
import { spelledAddresses } from '../../../../src/briefing/grammar/links/spelledAddresses.ts';

/** linkify-it's own expression alone, up to a list's next name in Chinese, or a `_` or a colon at the end before no bracket. */
function slowAddresses({ linkify }: MarkdownIt): void {
  for (const scheme of ['http:', 'https:'])
    linkify.add(scheme, {
      validate: (text, at, { re }) => {
        const form = re.get_http_validator();
        form.lastIndex = at;
        const found = form.exec(text)?.[0].split(/[;,](?=的)/, 1)[0] ?? '';
        return text[at + found.length] === ')' ? found.length : found.replace(/[_:]+$/, '').length;
      },
    });
}

/** The links in a text, each with its words. */
function linksIn(text: string, find: typeof plainAddresses) {
  const markdown = createMarkdownIt({ linkify: true });
  find(markdown);
  spelledAddresses(markdown);
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  return markdown.render(text);
}

/** The parts of addresses, and characters that end an address. */
const PIECES = [
  ...[
    'https://',
    'http://',
    'HTTPS://',
    'a.example',
    'A-b.co.uk',
    'localhost',
    '1.2.3.4',
    'xn--bcher-kva.example',
    'bücher.example',
  ],
  ...[
    '/',
    '/a',
    '/a_b/c',
    '/a.html',
    '?q=1',
    '&b=%20',
    '#top',
    ':8080',
    '@',
    '~x',
    '(a)',
    '-',
    '_',
    '*',
    "'",
    '"',
    '!',
    ';',
  ],
  ...['.', ',', ':', ')', ']', '>', '<', ' ', '\n', '…', '。', '，', '的', ' and ', '|', '\\', '`', '**'],
];

describe('A plain address', () => {
  it('is the same link as linkify-it finds', () => {
    const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (words) => {
        const written = `See https://${words}`;
        assert.equal(linksIn(written, plainAddresses), linksIn(written, slowAddresses));
      }),
      { numRuns: 2000 },
    );
  });

  it('ends before punctuation', () => {
    for (const [text, address] of [
      ['See https://port.example/a-b?c=1#d.', 'https://port.example/a-b?c=1#d'],
      ['(https://port.example/a)', 'https://port.example/a'],
      ['https://port.example, and more', 'https://port.example'],
      ['_Read it: https://port.example/a_b_', 'https://port.example/a_b'],
      ['_Read it (https://port.example/ä_b/)_', 'https://port.example/ä_b/'],
      ['(港口报 https://port.example/1;渡轮报 https://port.example/2)', 'https://port.example/1'],
      ['- https://port.example/a: it stops', 'https://port.example/a'],
      ['*It is at https://port.example/a.*', 'https://port.example/a'],
      ['Ann (https://port.example/ann_)', 'https://port.example/ann_'],
    ] as const)
      assert.match(linksIn(text, plainAddresses), new RegExp(`>${address.replace(/[.?]/g, '\\$&')}<`));
  });
});
