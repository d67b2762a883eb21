import assert from 'node:assert/strict';
import { htmlToMarkdown } from '../../src/intake/htmlToMarkdown.ts';

const MAILBOX = '<a href="mailto:ann@harbour.example">ann@harbour.example</a>';
const link = (words: string) => `<a href="https://harbour.example/list?u=1">${words}</a>`;

describe('A paragraph about the delivery of a newsletter', () => {
  it('is left out, with the mailbox of its reader', () => {
    const notice = `This email was sent to ${MAILBOX}<br>${link('Why did I get this?')} ${link('unsubscribe from this list')}`;
    assert.equal(
      htmlToMarkdown(`<p>It stops.</p><p>${notice}<br>Harbour · 1 Quay Street</p>`),
      'It stops.\n',
    );
  });

  it('is left out if its links have lost their addresses', () => {
    for (const words of [
      '<a href="{{ unsubscribe }}">Unsubscribe</a> <a href="*|PROFILE|*">Manage\n preferences</a>',
      '<a href="#">Im Browser ansehen</a>',
      `<a>退订</a> | ${link('Privacy')}`,
      '<a href="[unsub]"><table><tr><td>Se désabonner</td></tr></table></a>',
    ])
      assert.equal(htmlToMarkdown(`<p>It stops.</p><div>${words}</div>`), 'It stops.\n', words);
  });

  it('is kept with its date, or if it only has the words', () => {
    for (const words of [
      `3 March 2026 | ${link('View in browser')}`,
      'Unsubscribe',
      'Ann says: <a name="x">the ferry</a> has no way to unsubscribe.',
    ])
      assert.notEqual(htmlToMarkdown(`<p>${words}</p>`), '', words);
  });

  it('is kept if a mailbox is all that it links to, or another link is beside', () => {
    for (const words of [
      `Write to ${MAILBOX}.`,
      `${link('Unsubscribe')} or ${link('see the boats')}, ${MAILBOX}`,
    ])
      assert.match(htmlToMarkdown(`<p>${words}</p>`), /ann@harbour/, words);
  });
});
