/* Real kinds of mails and pages. Nothing in them is fetched. */

/** A newsletter as mail programs save it: HTML and plain text, a tracking image, an unsubscribe link. */
export const NEWSLETTER = [
  'From: The Harbour Letter <letter@harbour.example>',
  'To: reader@home.example',
  'Subject: =?utf-8?Q?Harbour_letter=3A_the_ferry_=E2=80=93_and_a_crane?=',
  'Date: Fri, 20 Nov 2026 07:00:00 +0000',
  'Message-ID: <1@harbour.example>',
  'Content-Language: en',
  'MIME-Version: 1.0',
  'Content-Type: multipart/alternative; boundary="b1"',
  '',
  '--b1',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Read it online: https://harbour.example/letter/14',
  '',
  '--b1',
  'Content-Type: text/html; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  '<html lang=3D"en"><head><style>p{color:red}</style></head><body>',
  '<table role=3D"presentation"><tr><td>',
  '<p>The night ferry stops, and the crane is found. Two weeks of fog are over.</p>',
  '<h2>Key takeaways</h2>',
  '<ul>',
  '<li><b>Night ferry:</b> It stops on Monday, says the <a href=3D"https://port.example/notices/14?utm_source=3Dletter">port=E2=80=99s notice</a>.</li>',
  '<li><b>Crane:</b> It was found behind the <a href=3D"https://news.example/crane">old customs house</a>.</li>',
  '<li><b>Fog:</b> It lifts, the <a href=3D"https://weather.example/bay">weather service</a> expects.</li>',
  '</ul>',
  '<h2>What is next</h2>',
  '<p>The council meets on Tuesday.</p>',
  '<p><a href=3D"https://harbour.example/unsubscribe?u=3D1">Unsubscribe</a></p>',
  '<img src=3D"https://pixel.example/o.gif" width=3D"1" height=3D"1">',
  '</td></tr></table></body></html>',
  '',
  '--b1--',
  '',
].join('\r\n');

/** A plain mail with one takeaway. */
export function plainMail(number: number): string {
  return [
    'From: Ann <ann@harbour.example>',
    `Subject: Note ${number}`,
    `Date: Fri, 20 Nov 2026 07:00:${String(number % 60).padStart(2, '0')} +0000`,
    `Message-ID: <note-${number}@harbour.example>`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    '## Highlights',
    '',
    `- **Quay ${number}:** closed until Thursday.`,
    '',
  ].join('\n');
}

export function mailbox(mails: readonly string[]): string {
  return mails
    .map((mail) => `From ann@harbour.example Fri Nov 20 07:00:00 2026\n${mail.replaceAll('\r\n', '\n')}\n`)
    .join('');
}

export const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Ferries stop</title>
<link rel="canonical" href="https://news.example/ferries">
<meta property="article:published_time" content="2026-11-19T10:00:00Z">
<script>document.write('no words')</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Ferries stop</h1>
<p>No ferry runs this week.</p><h2>Key takeaways</h2>
<ul><li><strong>North line:</strong> It stops first, as <a href="/notice">the notice</a> says.</li></ul>
</article></body></html>`;

export const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC'),
  (character) => character.charCodeAt(0),
);

/** Files that are not what their name says, or are too expensive, each with the problem in its row. */
export const BAD: readonly (readonly [name: string, content: string | Uint8Array, problem: string])[] = [
  [
    'parts.eml',
    `Subject: Parts\nContent-Type: multipart/mixed; boundary="x"\n\n${'--x\n\nword\n'.repeat(100_000)}--x--\n`,
    'tooManyParts',
  ],
  [
    'winmail.eml',
    'Subject: Outlook\nMIME-Version: 1.0\nContent-Type: application/ms-tnef; name="winmail.dat"\nContent-Transfer-Encoding: base64\n\neJ8+IgAAAQaQCAAEAAAAAAABAAEAAQeQBgAIAAAA5AQAAAAAAADo\n',
    'noText',
  ],
  ['picture.eml', PNG, 'notAMail'],
  ['picture.html', PNG, 'binary'],
  ['script.html', '<!doctype html><html><body><script>render()</script></body></html>', 'noText'],
  ['large.eml', `Subject: Large\n\n${'x'.repeat(6_000_000)}`, 'tooLarge'],
];
