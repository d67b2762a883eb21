import assert from 'node:assert/strict';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { mailText } from '../../src/intake/files/mailFile.ts';
import type { Mail } from '../../src/intake/model.ts';
import { readMail } from '../../src/intake/readMail.ts';
import { worked } from '../support/clock.ts';
import { fixtureCases } from '../support/fixtureCases.ts';

const LONG = 'Hello Bob, the second item is the one that we talked about yesterday, and it is worth a call.';

/** A mail with this text, which is HTML if it begins with a tag. */
async function read(text: string, subject = 'Fwd: Ferries'): Promise<Mail> {
  const type = text.startsWith('<') ? 'html' : 'plain';
  const head = `From: Ann <ann@a.example>\nSubject: ${subject}\nDate: Wed, 4 Mar 2026 09:00:00 +0000`;
  const mail = await readMail(
    new TextEncoder().encode(`${head}\nContent-Type: text/${type}; charset=utf-8\n\n${text}\n`),
  );
  assert.equal(mail.kind, 'mail');
  return mail;
}

function shown({ subject, from, date, markdown }: Mail): string {
  return `${[subject, from, date].filter(Boolean).join(' · ')}\n${markdown}`.replace(/\n$/, '');
}

describe('A mail that is forwarded inline', () => {
  // Without a text above it, or with only a few words, it is the mail itself; else it is below its own heading.
  fixtureCases('intake/forwards', async (input) => {
    const alone = await read(input);
    const above = (words: string) =>
      read(input.startsWith('<') ? `<p>${words}</p>${input}` : `${words}\n\n${input}`);
    assert.deepEqual(await above('FYI'), alone);
    const below = await above(LONG);
    const heading = alone.subject.replace(/[*[\]]/g, String.raw`\$&`);
    const by = [alone.from, alone.date?.slice(0, 10)].filter(Boolean).join(', ');
    assert.equal(below.markdown, `${LONG}\n\n## ${heading} (${by})\n\n${alone.markdown}`);
    assert.equal(below.subject, 'Fwd: Ferries');
    assert.deepEqual(parseBriefing(mailText(below, 0), 'ferries.eml').references, []);
    return shown(alone);
  });

  fixtureCases('intake/forwardedText', async (input) => shown(await read(input)));

  it('is below the words of a reply, however short, and none if nothing is in it', async () => {
    const header =
      'From: Harbour Weekly\nSent: Tuesday, March 3, 2026 7:00 AM\nTo: Bob\nSubject: Ferries stop\n';
    const { subject, markdown } = await read(`Yes.\n\n${header}\nNews.\n`, 'Re: Ferries');
    assert.deepEqual(
      [subject, markdown],
      ['Re: Ferries', 'Yes.\n\n## Ferries stop (Harbour Weekly, 2026-03-03)\n\nNews.\n'],
    );
    const empty = await readMail(new TextEncoder().encode(`Subject: x\n\n${header}`));
    assert.deepEqual(empty, { kind: 'notAMail', reason: 'noText' });
  });

  it('takes bounded time for any text', async () => {
    for (const [line, times] of [
      [`From: a@a.example\nSent: Tuesday, March 3, 2026 7:00 AM\nSubject: Ferries stop\n\nNews.\n\n`, 8000],
      ['From: a\n\n', 40_000],
      ['From: a\nTo: b@b.example,\n', 40_000],
      ['-----Original Message-----\n', 80_000],
      ['> '.repeat(40) + 'From: a\n', 2000],
      ['From: [[[[[[[[[[<<<<****', 10_000],
      ['Subject :', 100_000],
    ] as const) {
      const start = worked();
      await readMail(new TextEncoder().encode(`Subject: x\n\n${line.repeat(times)}`));
      assert.ok(worked() - start < 12_000, `${line} ${worked() - start}`);
    }
  });
});
