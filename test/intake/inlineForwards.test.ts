import assert from 'node:assert/strict';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { mailText } from '../../src/intake/files/mailFile.ts';
import type { Mail } from '../../src/intake/model.ts';
import { readMail } from '../../src/intake/readMail.ts';
import { worked } from '../support/clock.ts';

async function read(type: 'plain' | 'html', words: string, subject = 'Fwd: Ferries'): Promise<Mail> {
  const head = `From: Ann <ann@a.example>\nSubject: ${subject}\nDate: Wed, 4 Mar 2026 09:00:00 +0000`;
  const mail = await readMail(
    new TextEncoder().encode(`${head}\nContent-Type: text/${type}; charset=utf-8\n\n${words}`),
  );
  assert.equal(mail.kind, 'mail');
  return mail;
}

const NEWS = 'Ferries stop on Monday.';
const LONG = 'Hello Bob, the second item is the one that we talked about yesterday, and it is worth a call.';
const THE_DAY = '2026-03-03T00:00:00.000Z';
const FORWARDED = { kind: 'mail', subject: 'Ferries stop', from: 'Harbour Weekly', markdown: `${NEWS}\n` };

const SENDER = 'Harbour Weekly <news@harbour.example>';
const LINKED =
  'Harbour Weekly</b> &lt;<a href="mailto:news@harbour.example">news@harbour.example</a>&gt;<br>';
const TO = '<a href="mailto:bob@b.example">bob@b.example</a>';

const GMAIL = [
  '---------- Forwarded message ---------',
  `From: ${SENDER}`,
  'Date: Tue, Mar 3, 2026 at 7:00 AM',
  'Subject: Ferries stop',
  'To: <bob@b.example>',
  'Cc: Carl <carl@b.example>, Dora',
  ' <dora@b.example>',
].join('\n');

const FIELDS = [
  `From: ${SENDER}`,
  'Sent: Tuesday, March 3, 2026 7:00 AM',
  'To: Bob <bob@b.example>',
  'Subject: Ferries stop',
];
const OUTLOOK = ['-----Original Message-----', ...FIELDS].join('\n');

const APPLE = [
  `From: ${SENDER}`,
  'Subject: Ferries stop',
  'Date: March 3, 2026 at 7:00:00 AM GMT+1',
  'To: bob@b.example',
];

/** What each mail program writes. */
const PROGRAMS: Readonly<Record<string, readonly [type: 'plain' | 'html', block: string, news: string]>> = {
  Gmail: ['plain', GMAIL, NEWS],
  'Gmail, in HTML': [
    'html',
    `<div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: <b>${LINKED}Date: Tue, Mar 3, 2026 at 7:00\u202fAM<br>Subject: Ferries stop<br>To: &lt;${TO}&gt;<br></div><br>`,
    `<p>${NEWS}</p></div>`,
  ],
  Outlook: ['plain', OUTLOOK, NEWS],
  'Outlook without its opening line': ['plain', FIELDS.join('\n'), NEWS],
  'Outlook, in HTML': [
    'html',
    '<div style="border:none;border-top:solid 1pt"><p><b>From:</b> Harbour Weekly &lt;news@harbour.example&gt;<br><b>Sent:</b> Tuesday, March 3, 2026 7:00 AM<br><b>To:</b> Bob &lt;bob@b.example&gt;<br><b>Subject:</b> Ferries stop</p></div>',
    `<p>${NEWS}</p>`,
  ],
  'Outlook on the web': [
    'html',
    `<hr><div id="divRplyFwdMsg"><b>From:</b> <b>${LINKED}<b>Sent:</b> Tuesday, March 3, 2026 7:00 AM<br><b>To:</b> ${TO}<br><b>Subject:</b> Ferries stop</div>`,
    `<div>${NEWS}</div>`,
  ],
  'Apple Mail': ['plain', `Begin forwarded message:\n\n> ${APPLE.join('\n> ')}\n>`, `> ${NEWS}`],
  'Apple Mail, all of it quoted': [
    'plain',
    `> Begin forwarded message:\n>\n> ${APPLE.join('\n> ')}\n>`,
    `> ${NEWS}`,
  ],
  'Apple Mail, in HTML': [
    'html',
    `<blockquote type="cite"><div>Begin forwarded message:</div><br><div><b>From: </b><b>${LINKED}</div><div><b>Subject: </b><b>Ferries stop</b><br></div><div><b>Date: </b>March 3, 2026 at 7:00:00 AM GMT+1<br></div><div><b>To: </b>${TO}<br></div><br>`,
    `<div>${NEWS}</div></blockquote>`,
  ],
  Thunderbird: [
    'html',
    `-------- Forwarded Message --------<table class="moz-email-headers-table"><tr><th>Subject: </th><td>Ferries stop</td></tr><tr><th>Date: </th><td>Tue, 3 Mar 2026 07:00:00 +0100</td></tr><tr><th>From: </th><td><b>${LINKED}</td></tr><tr><th>To: </th><td>${TO}</td></tr></table>`,
    `<p>${NEWS}</p>`,
  ],
};

const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  German: ['Von', 'Gesendet', 'Dienstag, 3. März 2026 07:00', 'An', 'Betreff'],
  French: ['De ', 'Envoyé ', 'mardi 3 mars 2026 07:00', 'À ', 'Objet '],
  Spanish: ['De', 'Enviado el', 'martes, 3 de marzo de 2026 7:00', 'Para', 'Asunto'],
  Ukrainian: ['Від', 'Надіслано', 'вівторок, 3 березня 2026 р. 07:00', 'Кому', 'Тема'],
  Chinese: ['发件人', '发送时间', '2026年3月3日 7:00', '收件人', '主题'],
};

const OPENINGS = [
  '-----Ursprüngliche Nachricht-----',
  '---------- Weitergeleitete Nachricht ----------',
  'Anfang der weitergeleiteten Nachricht:',
  "-----Message d'origine-----",
  'Début du message réexpédié :',
  '-----Mensaje original-----',
  'Inicio del mensaje reenviado:',
  'Початок листа, що пересилається:',
  '------------------ 原始邮件 ------------------',
  '下面是被转发的邮件：',
];

describe('A mail that is forwarded inline', () => {
  for (const [program, [type, block, news]] of Object.entries(PROGRAMS)) {
    it(`becomes the mail itself if nothing is above it: ${program}`, async () => {
      assert.deepEqual(await read(type, `${block}\n\n${news}\n`), { ...FORWARDED, date: THE_DAY });
      const remark = type === 'html' ? '<p>FYI</p>' : 'FYI\n\n';
      assert.deepEqual(await read(type, `${remark}${block}\n\n${news}\n`), { ...FORWARDED, date: THE_DAY });
    });

    it(`is below its own heading if there is more: ${program}`, async () => {
      const above = type === 'html' ? `<p>${LONG}</p>` : `${LONG}\n\n`;
      const mail = await read(type, `${above}${block}\n\n${news}\n`);
      assert.equal(mail.subject, 'Fwd: Ferries');
      assert.equal(mail.markdown, `${LONG}\n\n## Ferries stop (Harbour Weekly, 2026-03-03)\n\n${NEWS}\n`);
      assert.deepEqual(parseBriefing(mailText(mail, 0), 'ferries.eml').references, []);
    });
  }

  for (const [language, [from, sent, day, to, subject]] of Object.entries(LANGUAGES)) {
    it(`is recognized in ${language}`, async () => {
      const fields = [`${from}: ${SENDER}`, `${sent}: ${day}`, `${to}: bob@b.example`];
      const mail = await read('plain', `${fields.join('\n')}\n${subject}: Ferries stop\n\n${NEWS}\n`);
      assert.deepEqual(mail, { ...FORWARDED, date: THE_DAY });
      const bold = fields.map((field) => `<b>${field.replace(':', ':</b>').replace(/<n.*>/, '')}<br>`);
      const page = `<p>${bold.join('')}<b>${subject}:</b> Ferries stop</p><p>${NEWS}</p>`;
      assert.deepEqual(await read('html', page), { ...FORWARDED, date: THE_DAY });
    });
  }

  for (const opening of OPENINGS)
    it(`may have “${opening}” above it`, async () => {
      const mail = await read('plain', `FYI\n\n${opening}\n${FIELDS.join('\n')}\n\n${NEWS}\n`);
      assert.deepEqual(mail, { ...FORWARDED, date: THE_DAY });
    });

  it('may have header lines as long as a paragraph', async () => {
    const mail = await read(
      'plain',
      'From: The Harbour Weekly of the North <news@harbour.example>\nSent: Wednesday, September 23, 2026 at 10:00:00 AM\nTo: Bob Porter of the Ferry Office <bob@ferries.example>\nSubject: The ferries of the north stop from Monday on until\n the crane is back\n\nNews.\n',
    );
    assert.equal(mail.subject, 'The ferries of the north stop from Monday on until the crane is back');
    assert.deepEqual([mail.date?.slice(0, 10), mail.markdown], ['2026-09-23', 'News.\n']);
  });

  it('leaves out the recipients, however long the header is', async () => {
    for (const long of [0, 1, 2, 3, 4, 5]) {
      const fields = [...FIELDS, 'Cc: carl@b.example', 'Bcc: dora@b.example'];
      fields[long] = `${fields[long]?.replace(/(?= <|$)/, ' of the harbour, the port and the island')}`;
      const { markdown, date } = await read('plain', `${fields.join('\n')}\n\n${NEWS}\n`);
      assert.deepEqual({ markdown, date }, { markdown: `${NEWS}\n`, date: THE_DAY }, fields[long]);
    }
  });

  it('has no date if the day is unknown, and goes by its address if it has no names', async () => {
    for (const day of ['3/4/2026 7:00 AM', 'the 3rd at 7']) {
      const mail = await read(
        'plain',
        `From: <news@harbour.example>\nSent: ${day}\nSubject: Ferries stop\n\n${NEWS}\n`,
      );
      assert.deepEqual(mail, { ...FORWARDED, from: 'news@harbour.example' });
    }
  });

  it('may have more header fields, and formatting in its subject', async () => {
    const fields = `${FIELDS.join('<br>').replace(/ <[^>]*@[^>]*>/g, '')} *not* [1]<br>Importance: High`;
    const mail = await read('html', `<p>${fields}</p><p>To: all who sail</p><p>${NEWS}</p>`);
    assert.equal(mail.subject, 'Ferries stop *not* [1]');
    assert.equal(mail.markdown, `To: all who sail\n\n${NEWS}\n`);
  });

  it('may be nested: each forwarded mail in turn', async () => {
    const inner = OUTLOOK.replace('Ferries stop', 'Crane back');
    const both = await read('plain', `${GMAIL}\n\nFYI\n\n${inner}\n\n${NEWS}\n`);
    assert.deepEqual(both, { ...FORWARDED, subject: 'Crane back', date: THE_DAY });
    const { subject, markdown } = await read('plain', `${GMAIL}\n\n${LONG}\n\n${inner}\n\n${NEWS}\n`);
    assert.equal(subject, 'Ferries stop');
    assert.equal(markdown, `${LONG}\n\n## Crane back (Harbour Weekly, 2026-03-03)\n\n${NEWS}\n`);
    const quoted = await read(
      'plain',
      `> ${LONG}\n>\n> Begin forwarded message:\n>\n>> ${APPLE.join('\n>> ')}\n>>\n>> ${NEWS}\n`,
    );
    assert.equal(quoted.markdown, `> ${LONG}\n\n## Ferries stop (Harbour Weekly, 2026-03-03)\n\n${NEWS}\n`);
  });

  it('stays quoted if not all of it is quoted', async () => {
    const mail = await read('plain', `> ${APPLE.join('\n> ')}\n>\n> ${NEWS}\n\nWhat do you think?\n`);
    assert.equal(mail.markdown, `> ${NEWS}\n\nWhat do you think?\n`);
  });

  it('keeps the words of a short reply above it', async () => {
    const { subject, markdown } = await read('plain', `Yes.\n\n${OUTLOOK}\n\n${NEWS}\n`, 'Re: Ferries');
    assert.equal(subject, 'Re: Ferries');
    assert.match(markdown, /^(?:## )?Yes\.\n\n## Ferries stop \(Harbour Weekly, 2026-03-03\)\n\nFerries/);
  });

  it('is not recognized in text that only mentions such words', async () => {
    for (const words of [
      'Yes.\n\nOn Tue, Ann wrote:\n\n> From: a\n> Hello\n',
      'Write it so:\n\nFrom: the port\nTo: the island\n\nThe ferry is late.\n',
      'A mail has From: and Sent: and To: and Subject: above its words.\n',
      'Ferries of the week\nFrom: the port\nDate: 3 March\nSubject: Late\n',
      'From: the sender\n\nThe day is Sent: 3 March, and\nSubject: what it is about.\n',
      '----- Harbour -----\n\nThe ferry is late.\n',
      `Look:\n\n\`\`\`\n${FIELDS.join('\n')}\n\`\`\`\n\nThat is a **header**.\n`,
    ]) {
      const mail = await read('plain', words);
      assert.equal(mail.subject, 'Fwd: Ferries');
      for (const name of words.match(/(?:From|Sent|Date|To|Subject):/g) ?? [])
        assert.ok(mail.markdown.includes(name), `${name} ${mail.markdown}`);
    }
  });

  it('leaves nothing of a header without a text below it', async () => {
    assert.equal((await read('plain', `${LONG}\n\n${OUTLOOK}\n`)).markdown, `${LONG}\n`);
    const empty = await readMail(new TextEncoder().encode(`Subject: x\n\n${OUTLOOK}\n`));
    assert.deepEqual(empty, { kind: 'notAMail', reason: 'noText' });
  });

  it('takes bounded time for any text', async () => {
    for (const [line, times] of [
      [`${FIELDS.join('\n')}\n\nNews.\n\n`, 8000],
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
