import fc from 'fast-check';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { mailText } from '../../src/intake/files/mailFile.ts';
import type { Mail, NotAMail } from '../../src/intake/model.ts';
import { readMail } from '../../src/intake/readMail.ts';
import { REPO } from '../support/paths.ts';
import { worked } from '../support/clock.ts';

const MAILS = path.join(REPO, 'test', 'fixtures', 'intake', 'mails');

async function read(...lines: string[]): Promise<Mail | NotAMail> {
  return readMail(new TextEncoder().encode(lines.join('\r\n')));
}

async function reasonOf(...lines: string[]): Promise<string> {
  const mail = await read(...lines);
  return mail.kind === 'mail' ? mail.markdown : mail.reason;
}

const ATTACHED = 'Content-Type: message/rfc822\nContent-Disposition: attachment';

describe('A mail', () => {
  for (const name of fs.readdirSync(MAILS).filter((name) => name.endsWith('.eml'))) {
    it(`matches the expected file of ${name}`, async () => {
      const file = (extension: string) => path.join(MAILS, name.replace(/eml$/, extension));
      const expected: unknown = JSON.parse(fs.readFileSync(file('json'), 'utf8'));
      const markdown = fs.existsSync(file('md')) ? { markdown: fs.readFileSync(file('md'), 'utf8') } : {};
      const mail = await readMail(fs.readFileSync(file('eml')));
      assert.deepEqual(mail, { ...(expected as object), ...markdown });
    });
  }

  it('without a subject goes by its first words', async () => {
    const mail = await read('From: a@a.example', '', 'The crane is back.', '');
    assert.equal(mail.kind === 'mail' && mail.subject, 'The crane is back.');
  });

  it('is read from its HTML if its plain text has hardly more structure', async () => {
    const items = (mark: string) => [
      `${mark}[Ferry](https://a.example/1)`,
      `${mark}[Crane](https://a.example/2)`,
    ];
    const alternatives = (...text: string[]) =>
      reasonOf(
        'MIME-Version: 1.0',
        ...[
          'Content-Type: multipart/alternative; boundary=b',
          '',
          '--b',
          'Content-Type: text/plain',
          '',
          ...text,
        ],
        ...[
          '--b',
          'Content-Type: text/html',
          '',
          '<h2>News</h2><ul><li><a href="https://a.example/1">Ferry</a>',
        ],
        ...[
          '<ul><li>It stops</li></ul></li><li><a href="https://a.example/2">Crane</a></li></ul>',
          '--b--',
          '',
        ],
      );
    assert.match(await alternatives('## News', '', ...items('* '), '* It stops'), /\n {2}- It stops/);
    const pictures = ['3', '4', '5'].map((i) => `* [https://a.example/${i}.png] [https://a.example/${i}]`);
    assert.match(await alternatives('## News', '', ...items('* '), ...pictures), /\n {2}- It stops/);
    const more = ['3', '4', '5'].map((i) => `* [Tug ${i}](https://a.example/${i})`);
    more.unshift('## Tugs', '');
    assert.match(await alternatives('## News', '', ...items('* '), '* It stops', '', ...more), /## Tugs/);
  });

  it('has forwarded mails below its own text, each under its subject', async () => {
    const forwarded = (...words: string[]) => [
      '--b',
      'Content-Type: message/rfc822',
      'Content-Disposition: attachment',
      '',
      'From: Ann <ann@a.example>',
      'Subject: Tide *tables*',
      'Date: Tue, 3 Mar 2026 08:00:00 +0000',
      '',
      ...words,
    ];
    const head = ['From: b@b.example', 'Subject: Fwd', 'Content-Type: multipart/mixed; boundary=b', ''];
    const own = ['--b', 'Content-Type: text/plain', '', 'See below.'];
    const both = await read(...head, ...own, ...forwarded('High at noon.'), ...forwarded(''), '--b--', '');
    assert.deepEqual(both, {
      kind: 'mail',
      subject: 'Fwd',
      from: 'b@b.example',
      markdown: 'See below.\n\n## Tide \\*tables\\* (Ann, 2026-03-03)\n\nHigh at noon.\n',
    });
    // A mail that only forwards another one becomes that one.
    const alone = await read(...head, ...forwarded('High at noon.'), '--b--', '');
    assert.deepEqual(alone, {
      kind: 'mail',
      subject: 'Tide *tables*',
      from: 'Ann',
      date: '2026-03-03T08:00:00.000Z',
      markdown: 'High at noon.\n',
    });
  });

  it('says that there is more if it has more mails, or deeper ones, than are read', async () => {
    const handsOn = (subject: string, ...mails: readonly string[]): string => {
      const end = `b${mails.join('').length}`;
      const parts = mails.map((mail) => `--${end}\n${ATTACHED}\n\n${mail}\n`);
      const own = `--${end}\nContent-Type: text/plain\n\nOf ${subject}.\n`;
      return `Subject: ${subject}\nContent-Type: multipart/mixed; boundary=${end}\n\n${own}${parts.join('')}--${end}--\n`;
    };
    const told = async (mail: string) => {
      const it = await read(mail);
      return it.kind === 'mail' && [it.isCut, it.markdown.match(/^## /gm)?.length];
    };
    const many = (count: number) => Array<string>(count).fill('Subject: a\n\nb\n');
    assert.deepEqual(await told(handsOn('x', ...many(20))), [undefined, 20]);
    assert.deepEqual(await told(handsOn('x', ...many(21))), [true, 20]);
    const three = handsOn('c', handsOn('b', ...many(1)));
    assert.deepEqual(await told(handsOn('d', three)), [undefined, 3]);
    assert.deepEqual(await told(handsOn('e', handsOn('d', three))), [true, 3]);
  });

  it('takes bounded time for any forwarded pages', async () => {
    const page = `Content-Type: text/html\n\n${'<p>a <b>b</b></p>'.repeat(12_000)}`;
    const parts = Array<string>(20).fill(`--b\n${ATTACHED}\n\nSubject: a\n${page}\n`);
    const start = worked();
    const mail = await read(
      `Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n${parts.join('')}--b--`,
    );
    assert.ok(worked() - start < 12_000);
    assert.equal(mail.kind === 'mail' && mail.isCut, true);
  });

  it('keeps a line that is a question as text: it is not a heading', async () => {
    const end = ['', 'See you there, I hope.', '', 'Ann', ''];
    for (const letter of [
      ['Hi Bob,', '', 'the ferry is late.', '', 'Shall we have lunch?', ...end],
      ['The ferry is late.', '', 'Lunch at 12?', ...end],
    ]) {
      const mail = await read('From: a@a.example', 'Subject: Lunch', '', ...letter);
      assert.equal(mail.kind === 'mail' && mail.markdown, letter.join('\n'));
      // The resulting briefing has no such heading either.
      const briefing = parseBriefing(mailText(mail as Mail, 0), 'lunch.eml');
      assert.deepEqual(briefing.sections, []);
    }
  });

  it('has no date if its date is missing or impossible', async () => {
    for (const date of [
      'yesterday',
      '',
      'Mon, 32 Foo 2026 25:61:61 +9999',
      'Thu, 01 Jan 99999 00:00:00 GMT',
    ]) {
      const mail = await read('Subject: x', `Date: ${date}`, '', 'Words.');
      assert.equal(mail.kind === 'mail' && mail.date, undefined, date);
    }
  });

  it('is rejected if it contains nothing of a mail', async () => {
    assert.equal(await reasonOf(''), 'empty');
    assert.equal(await reasonOf('\n\n'), 'empty');
    assert.equal(await reasonOf('Morning brief', '', '- Crane: back'), 'notAMail');
    assert.equal(await reasonOf('Title: x', 'Author: y', '', 'z'), 'notAMail');
    assert.equal(await reasonOf('Subject: x', '', ''), 'noText');
  });

  it('is rejected before it is parsed if it is too large', async () => {
    const parts = '--b\r\n\r\nhi\r\n'.repeat(100_000);
    const cases: readonly (readonly [reason: string, ...lines: readonly string[]])[] = [
      ['tooManyParts', 'Subject: x', 'Content-Type: multipart/mixed; boundary=b', '', parts],
      ['tooManyParts', 'Subject: x', '', 'Content-Type: message/rfc822\r\n\r\n'.repeat(2000)],
      [
        'tooManyParts',
        'Subject: x',
        '',
        Array.from(
          { length: 2000 },
          (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}`,
        ).join('\r\n'),
      ],
      ['tooLarge', 'Subject: x', 'X: y\r\n'.repeat(50_000), '', 'z'],
      ['tooLarge', `Subject: x${'\r\n y'.repeat(100_000)}`, '', 'z'],
      ['tooLarge', 'Subject: x', '', 'z'.repeat(6_000_000)],
      ['tooLarge', 'Subject: x', '', '\n'.repeat(1_000_000)],
    ];
    for (const [reason, ...lines] of cases) {
      const begun = worked();
      assert.equal(await reasonOf(...lines), reason);
      assert.ok(worked() - begun < 2000, reason);
    }
  });

  it('never throws, for any bytes', async () => {
    const pieces = fc.array(
      fc.oneof(
        fc.uint8Array({ maxLength: 20 }),
        fc
          .constantFrom(
            ...[
              '\r\n',
              '\n\n',
              'Subject: ',
              'From: ',
              'Date: ',
              '=?utf-8?B?w6k=?=',
              '=?x?Q?=ZZ?=',
              ' a',
              '<a@b.example>',
            ],
            ...[
              'Content-Type: text/html; charset=x\r\n',
              'Content-Type: text/plain; charset="iso-2022-jp"\r\n',
            ],
            ...[
              'Content-Type: multipart/mixed; boundary="b"\r\n\r\n',
              '--b\r\n',
              '--b--',
              'Content-Type: message/rfc822\r\n\r\n',
            ],
            ...[
              'Content-Transfer-Encoding: base64\r\n\r\n',
              'Content-Transfer-Encoding: quoted-printable\r\n\r\n',
              '=E9=',
              'w6k=',
            ],
          )
          .map((text) => new TextEncoder().encode(text)),
      ),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(pieces, async (parts) => {
        const mail = await readMail(Buffer.concat([Buffer.from('Subject: x\r\n'), ...parts]));
        if (mail.kind === 'mail') assert.ok(mail.subject !== '' && mail.markdown !== '');
      }),
      { numRuns: 1000 },
    );
  });
});
