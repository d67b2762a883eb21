import { bundle } from '../bench/bundle.ts';
import { Laboratory } from '../bench/laboratory.ts';

/** The length of the repeated part, in UTF-16 units: quadratic work takes seconds. */
const LENGTH = 20_000;
/** The timeout of one text, in ms of elapsed time, for what would not end. */
const TIMEOUT = 20_000;

/** What a text may begin with, so that its long line is a part of a title, an item, a source, a table … */
const BEGINNINGS: readonly string[] = [
  ...['', 'x', '- x', '# x', '**x** ', 'Sources: ', '1. ', '> ', 'Label: ', '- **x** ', '- x\n  - x'],
  ...['| a | b |\n|---|---|\n| x', '[x](https://a.example) ', '- [x](https://a.example) ', '* * *\nx'],
  ...['---\ntitle: ', '---\nsource: ', '## Sources\n\n1. x', '[^1]: ', 'From: a@b.example\nSubject: x'],
  ...['#+title: x\n* x ', 'x\n===\n\n.. _x: ', '<p>'],
];

/** What is repeated: marks and words that the rules of the parser ask for. */
const PIECES: readonly string[] = [
  ...[' ', '\u00a0', '\t ', '-', '.', '!', '?', '(', '（', '<', '@', 'a', 'A', 'é', '7', '_', ':', '：', '#'],
  ...[
    '·',
    '|',
    '—',
    '`',
    '[',
    '^',
    '*',
    '~',
    '=',
    '。',
    '、',
    '"',
    ')',
    ']',
    '/',
    '\\',
    '漢',
    '「',
    '&',
    '$',
  ],
  ...['{', '{{ ', '}', '%', '+', '\u200b', '\u0301', '<b>', 'a ', '7 ', 'A. ', 'a: ', '(a) ', '[1] ', '· a '],
  ...[
    '| a ',
    '- a ',
    '**a** ',
    '*a* ',
    'a, ',
    '漢 ',
    '👩 ',
    'a@',
    'a.',
    'http://a ',
    '[a](b) ',
    '— ',
    '"a" ',
  ],
  ...['1. ', 'a;', '=a', 'a-', '7.', '7,', '7:', '-*+• '],
];

/** What follows the repeated part, mostly to show that the whole is not what it seemed to be at its beginning. */
const ENDS: readonly string[] = [
  '',
  'x',
  '!\n\n- y\n- z',
  ' (x) https://a.example/x\n\n[1]: https://a.example',
];

export interface LongLines {
  readonly tried: number;
  readonly faults: readonly string[];
}

/** Parses, renders, writes and quotes long lines; a fault is one that takes more than `most` ms of CPU time, twice. */
export async function tryLongLines(most: number): Promise<LongLines> {
  const laboratory = new Laboratory(await bundle('stopwatch'), []);
  const timed = async (text: string): Promise<number | string> => {
    const outcome = await laboratory.measure(
      { subject: 'allOfBriefing', text, milliseconds: 0, times: 1 },
      TIMEOUT,
    );
    return 'runs' in outcome ? Math.max(...outcome.runs) : JSON.stringify(outcome);
  };
  const isFault = (time: number | string) => typeof time === 'string' || time > most;
  const faults: string[] = [];
  let tried = 0;
  for (const beginning of BEGINNINGS)
    for (const piece of PIECES)
      for (const end of ENDS) {
        const text = beginning + piece.repeat(LENGTH / piece.length) + end;
        tried++;
        // Measured again, as another process may have used the processor, and the code may have been cold.
        if (!isFault(await timed(text))) continue;
        const time = await timed(text);
        if (isFault(time))
          faults.push(`${[beginning, piece, end].map((one) => JSON.stringify(one)).join(' ')}: ${time} ms`);
      }
  laboratory.close();
  return { tried, faults };
}
