import fs from 'node:fs';
import path from 'node:path';

const TOPICS = [
  'Harbour',
  'Grain',
  'Rail',
  'Energy',
  'Courts',
  'Budget',
  'Weather',
  'Health',
  'Schools',
  'Trade',
];
const VERBS = [
  'opens',
  'delays',
  'confirms',
  'rejects',
  'expands',
  'reviews',
  'cuts',
  'restores',
  'audits',
  'moves',
];
const WHAT = [
  'the north line',
  'two ports',
  'a new tariff',
  'its winter plan',
  'the night shift',
  'a third reading',
];
const DAY = 86_400_000;

/** A briefing of about two kilobytes with ten takeaways, all of them different. */
export function generatedBriefing(number: number): { readonly name: string; readonly text: string } {
  const pick = (list: readonly string[], salt: number) =>
    list[(number * 7 + salt * 13 + ((number / 10) | 0)) % list.length] ?? '';
  const date = new Date(Date.UTC(2026, 9, 1) - (number % 1500) * DAY).toISOString().slice(0, 10);
  const takeaways = Array.from({ length: 10 }, (_, i) => {
    const label = `${pick(TOPICS, i)} ${pick(VERBS, i)}`;
    return `- **${label}:** The ministry ${pick(VERBS, i + 3)} ${pick(WHAT, i)} in district ${number}-${i}, and the first figures are due within ${i + 2} weeks. [${(i % 3) + 1}]`;
  });
  const text = [
    `# ${pick(TOPICS, 1)} and ${pick(TOPICS, 5)}: report ${number}`,
    `What changed for ${pick(TOPICS, 2)} on this day, and what it means for ${pick(WHAT, 4)}.`,
    '## Key Takeaways',
    takeaways.join('\n'),
    `## Why ${pick(TOPICS, 6)} matters`,
    `Officials said that ${pick(WHAT, 2)} would follow. The next meeting is in week ${number % 52}, and its agenda is open.`,
    '## References',
    [1, 2, 3].map((i) => `${i}. [Notice ${number}-${i}](https://notices.example/${number}/${i})`).join('\n'),
  ].join('\n\n');
  return { name: `${date}-report-${number}.md`, text: `${text}\n` };
}

/** The number of words to choose from, and the syllables that they are made of. */
const WORDS = 30_000;
const SYLLABLES = 'ka ro mi ten sul va dor pe lin gu ast er no qui za'.split(' ');

/**
 * A generated briefing with an additional sentence for each takeaway, whose words are as frequent as in natural
 * language: of thirty thousand, the nth occurs 1/n times as often as the first (G. K. Zipf, 1935).
 */
export function wordyBriefing(number: number): { readonly name: string; readonly text: string } {
  const { name, text } = generatedBriefing(number);
  let seed = number * 7919 + 1;
  const word = () => {
    // A linear congruential generator, so that the words are the same each time.
    seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return madeWord(Math.floor(WORDS ** (seed / 4_294_967_296)));
  };
  const sentence = () => Array.from({ length: 12 }, word).join(' ');
  return { name, text: text.replaceAll(/(weeks\.)/g, (end) => `${end} It says that ${sentence()}.`) };
}

function madeWord(rank: number): string {
  const digits = Array.from(rank.toString(SYLLABLES.length), (digit) => parseInt(digit, SYLLABLES.length));
  return digits.map((digit) => SYLLABLES[digit] ?? '').join('');
}

/** Writes briefings into a hundred folders, in a folder `inside`. Returns their total length in UTF-16 units. */
export function writeBriefings(
  folder: string,
  count: number,
  make = generatedBriefing,
  inside = 'briefings',
): number {
  let written = 0;
  for (let i = 0; i < count; i++) {
    const { name, text } = make(i);
    written += text.length;
    const parent = path.join(folder, inside, `part-${i % 100}`);
    fs.mkdirSync(parent, { recursive: true });
    fs.writeFileSync(path.join(parent, name), text);
  }
  return written;
}

/** Writes other files, as in a large workspace. */
export function writeNoise(folder: string, count: number): void {
  for (let i = 0; i < count; i++) {
    const parent = path.join(folder, 'packages', `package-${i % 500}`);
    fs.mkdirSync(parent, { recursive: true });
    fs.writeFileSync(path.join(parent, `file-${i}.js`), '');
  }
}
