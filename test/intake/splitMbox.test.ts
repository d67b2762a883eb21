import assert from 'node:assert/strict';
import { splitMbox } from '../../src/intake/mail/splitMbox.ts';

function split(mbox: string): string[] {
  return Array.from(splitMbox(Buffer.from(mbox)), (message) => Buffer.from(message).toString());
}

describe('An mbox file', () => {
  const one = 'Subject: One\n\nIt rained.\n';
  const two = 'Subject: Two\r\n\r\nCafé\r\n';

  it('is split into its messages, unchanged', () => {
    assert.deepEqual(
      split(`From a@a.example Mon Mar  2 18:40:00 2026\n${one}\nFrom - Tue Mar  3\r\n${two}`),
      [`${one}\n`, two],
    );
  });

  it('may have text that looks like the start of a message', () => {
    assert.deepEqual(split(`From a\n${one}>From here on\n>>From there\n> From far\n\nFrom time to time.\n`), [
      `${one}From here on\n>From there\n> From far\n\nFrom time to time.\n`,
    ]);
  });

  it('may be a single mail', () => {
    for (const text of [one, 'From time to time\nit rains.\n', 'From: a@a.example\n\nx', ''])
      assert.deepEqual(split(text), [text]);
  });
});
