import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Section } from '../../src/briefing/model.ts';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { htmlToMarkdown } from '../../src/intake/htmlToMarkdown.ts';
import { readMail } from '../../src/intake/readMail.ts';
import { REPO } from '../support/paths.ts';

/** What a person finds in the page or mail, as far as it has it. Written from reading them. */
interface Expected {
  readonly title?: string;
  readonly date?: string;
  readonly sections?: readonly string[];
  /** By their labels, or else by their first words. */
  readonly takeaways?: readonly string[];
  readonly links?: readonly string[];
  /** In this order. */
  readonly says?: readonly string[];
  readonly saysNot?: readonly string[];
}

const EXPECTED: Readonly<Record<string, Expected>> = {
  'html/article.html': {
    title: 'El puente abre en mayo',
    date: '2026-03-03',
    sections: ['Datos'],
    takeaways: ['Longitud', 'Coste'],
    links: ['https://diario.example/obras#plan'],
    says: [
      '3 de marzo de 2026',
      'El puente',
      'Apertura',
      '1 de mayo',
      'puente(a);',
      '<ya>',
      '# no es título',
      '1984.',
    ],
    saysNot: ['Deportes', 'Publicidad', 'Inicio', 'oculto', 'sin script', '©', 'no</p>'],
  },
  'html/beehiiv.html': {
    title: 'Tide Tables',
    sections: ['🌊 The big one'],
    // What is below a story belongs to it.
    takeaways: ['High water', 'Low water'],
    links: ['https://tides.example/low'],
    says: ['Welcome back.', 'highest in ten years', 'One boat', '06:12', '13:11'],
    saysNot: ['Chips', 'Read Online', 'preferences', 'utm', '•'],
  },
  'html/mailchimp.html': {
    title: 'City Brief #12',
    sections: ['Trams', 'Bridges'],
    links: [
      'https://trams.example/4?day=mon',
      'https://city.example/all',
      'https://twitter.com/city',
      'https://city.example/',
    ],
    says: ['Good morning.', 'Line 4 is back.', '8 minutes', 'until May'],
    saysNot: ['Trams and bridges', 'in your browser', 'Logo', 'unsubscribe', 'mc_cid', 'IF:MC'],
  },
  'html/outlook.html': {
    title: 'Lagebericht Hafen',
    takeaways: ['Der Kran läuft wieder', 'Die Fähre fährt nach Plan'],
    links: ['https://faehre.example/plan?a=1'],
    says: ['Guten Morgen', 'Der Kran', 'Viele Grüße', 'Jörg'],
    saysNot: ['nur Outlook', 'MsoNormal', 'safelinks', '·'],
  },
  'html/substack.html': {
    title: 'The crane is back',
    sections: ['What it means for the winter timetable', 'Key takeaways', 'What’s next'],
    takeaways: ['Crane', 'Ferries'],
    links: [
      'https://harbour.substack.com/p/crane',
      'https://port.example/notes?id=7',
      'https://port.example/plan',
    ],
    says: [
      'The blue crane lifted',
      'why that matters',
      'two shifts',
      'until May',
      '18:40',
      'second gate',
      'Eight tonnes',
    ],
    saysNot: ['Unsubscribe', 'utm_', 'font-size', '\u034f'],
  },
  'mails/attachment.eml': {
    title: 'Minutes of 2 March',
    date: '2026-03-03',
    says: ['Dear all', 'three', 'gate', 'crane'],
    saysNot: ['JVBERi', 'view this message', 'multi-part', 'a file’s'],
  },
  'mails/base64.eml': {
    title: 'Кран снова работает 🏗',
    date: '2026-03-03',
    sections: ['Главное'],
    takeaways: ['Кран', 'Паром'],
    saysNot: ['Отписаться'],
  },
  'mails/buttondown.eml': {
    title: 'Tugs Weekly #7',
    date: '2026-03-03',
    sections: ['Key takeaways', 'Also'],
    takeaways: ['Iris', 'Otto'],
    links: ['https://museum.example/iris'],
    says: ['a museum', 'In dock', 'Nothing else happened'],
    saysNot: ['shows no newsletters'],
  },
  'mails/digest.eml': {
    title: 'Harbour Digest, Vol 12, Issue 3',
    date: '2026-03-03',
    links: ['https://port.example/notes?id=7'],
    says: [
      "Today's Topics",
      'The blue crane (Ann Lee)',
      'came out to see it',
      '21:00',
      '<None> of the others',
    ],
  },
  'mails/flowed.eml': {
    title: 'Flowed',
    date: '2026-03-03',
    sections: ['Key Takeaways'],
    takeaways: ['One gate is open.', 'Two are shut.'],
    says: ['it will stay until the end of the year.'],
  },
  'mails/github.eml': {
    title: '[harbour/crane] Lift fails above 8 t (Issue #42)',
    date: '2026-03-03',
    links: ['https://github.com/harbour/crane/issues/42'],
    says: ['annlee', 'created an issue', 'Steps', '8.1 t', 'wait'],
    saysNot: ['unsubscribe', 'Reply to this'],
  },
  'mails/japanese.eml': {
    title: '港だより 3月号',
    date: '2026-03-02',
    links: ['https://minato.example/2026/03'],
    says: ['今日のポイント', '月曜日に再開しました。', '21時の便', 'をご覧ください'],
  },
  'mails/lying.eml': {
    title: 'Lying charset',
    date: '2026-03-03',
    says: ['The café’s naïve crew – 5 € each.'],
  },
  'mails/nocharset.eml': { title: 'Café am Kai', date: '2026-03-03', says: ['Das Café am Kai öffnet.'] },
  'mails/related.eml': {
    title: 'Pictures',
    date: '2026-03-03',
    says: ['The new gate:', 'A grey steel gate', 'More'],
    saysNot: ['cid:', 'gate.html', 'iVBOR'],
  },
  'mails/windows.eml': {
    title: 'Le quai – l’été arrive',
    date: '2026-03-03',
    links: ['https://quai.example/prix?x=1&y=2'],
    says: ['5 € – déjà trop', 'le maire'],
    saysNot: ['désabonner'],
  },
};

describe('What a person finds in a page or a mail', () => {
  let facts = 0;
  for (const [name, expected] of Object.entries(EXPECTED)) {
    it(`is found in ${name}`, async () => {
      const found = await readFixture(name);
      for (const key of ['title', 'date', 'sections', 'takeaways', 'links'] as const) {
        if (expected[key] === undefined) continue;
        assert.deepEqual(found[key], expected[key], key);
        facts += [expected[key]].flat().length;
      }
      let from = 0;
      for (const words of expected.says ?? []) {
        const at = found.words.indexOf(words, from);
        assert.ok(at >= 0, `${words} in ${found.words}`);
        from = at;
        facts++;
      }
      for (const words of expected.saysNot ?? []) {
        assert.ok(!found.words.includes(words), words);
        facts++;
      }
    });
  }

  after(() => {
    console.log(`      ${facts} facts of ${Object.keys(EXPECTED).length} pages and mails`);
  });
});

async function readFixture(name: string) {
  const bytes = fs.readFileSync(path.join(REPO, 'test', 'fixtures', 'intake', name));
  if (name.endsWith('.html'))
    return found(htmlToMarkdown(bytes.toString(), 'https://diario.example/a/b.html'), {});
  const mail = await readMail(bytes);
  assert.equal(mail.kind, 'mail');
  return found(mail.markdown, { title: mail.subject, date: mail.date?.slice(0, 10) });
}

function found(markdown: string, own: { readonly title?: string; readonly date?: string | undefined }) {
  const briefing = parseBriefing(
    own.title === undefined ? markdown : `# ${own.title}\n\n${markdown}`,
    '1.md',
  );
  const sections = flat(briefing.sections);
  return {
    title: own.title ?? briefing.title,
    date: own.date ?? briefing.date,
    // A heading that repeats the subject is the title of the mail.
    sections: sections
      .map(({ title }) => title)
      .filter((title) => title !== own.title && title !== briefing.title),
    takeaways: sections.flatMap(({ takeaways }) => takeaways.map(({ label, text }) => label ?? text)),
    links: [...markdown.matchAll(/<(https?:[^>]*)>/g)].map(([, url]) => url),
    words: markdown.replace(/\\(?=[!-/:-@[-`{-~])/g, '').replace(/\*\*|(?<=\w)\*|\*(?=\w)/g, ''),
  };
}

function flat(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) => [section, ...flat(section.sections)]);
}
