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
import { fixtureCases } from '../support/fixtureCases.ts';

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

  fixtureCases('intake/mailTexts', async (input, title) => {
    const mail = await read(...input.split('\n'));
    if (mail.kind === 'notAMail') return mail.reason;
    if (title.startsWith('a line that is a question'))
      assert.deepEqual(parseBriefing(mailText(mail, 0), 'lunch.eml').sections, []);
    return `${[mail.subject, mail.from, mail.date].filter(Boolean).join(' · ')}\n${mail.markdown}`.replace(
      /\n$/,
      '',
    );
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

  it('is rejected if it is empty', async () => {
    assert.equal(await reasonOf(''), 'empty');
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
    const words = [
      ...[
        '\r\n',
        '\n\n',
        '=?utf-8?B?w6k=?=',
        '=?x?Q?=ZZ?=',
        ' a',
        '<a@b.example>',
        '--b\r\n',
        '--b--',
        '=E9=',
        'w6k=',
      ],
      ...['text/html; charset=x\r\n', 'text/plain; charset="iso-2022-jp"\r\n', 'message/rfc822\r\n\r\n']
        .concat('multipart/mixed; boundary="b"\r\n\r\n')
        .map((type) => `Content-Type: ${type}`),
      ...['base64', 'quoted-printable'].map((how) => `Content-Transfer-Encoding: ${how}\r\n\r\n`),
      ...['Subject: ', 'From: ', 'Date: '],
    ].map((text) => new TextEncoder().encode(text));
    const pieces = fc.array(fc.oneof(fc.uint8Array({ maxLength: 20 }), fc.constantFrom(...words)), {
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(pieces, async (parts) => {
        const mail = await readMail(Buffer.concat([Buffer.from('Subject: x\r\n'), ...parts]));
        if (mail.kind === 'mail') assert.ok(mail.subject !== '' && mail.markdown !== '');
      }),
      { numRuns: 1000 },
    );
  });
});
