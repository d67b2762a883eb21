import fc from 'fast-check';
import { tidy } from '../../src/base/tidy.ts';
import type { Briefing } from '../../src/briefing/model.ts';
import { itemsIn } from '../../src/briefing/readingItems.ts';
import type { Quotation } from '../../src/share/quotation.ts';
import { read } from '../briefing/support/fixture.ts';

/** The items of a briefing as quotations. */
export function quotationsOf(briefing: Briefing): readonly Quotation[] {
  return itemsIn(briefing).map((item) => ({ item, briefing }));
}

/** One takeaway with this text, in a briefing `T` with these sources. */
export function quotation(item: string, ...sources: string[]): readonly Quotation[] {
  return quotationsOf(
    read('---', 'date: 2026-03-02', '---', '# T', '## A', `- ${item}`, '', '## Sources', ...sources),
  );
}

const RANGE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A takeaway with exactly this text, which was not parsed. */
export function raw(text: string, title = text, url?: string, label?: string): readonly Quotation[] {
  const reference = { title, ...(url !== undefined && { url }), range: RANGE };
  const item = {
    id: 't',
    text,
    ...(label !== undefined && { label }),
    references: [reference],
    range: RANGE,
  };
  return [{ item, briefing: { title: 'T' } }];
}

/** Strings and addresses with a special meaning in one of the formats, alone and combined. */
export const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '\\input{/etc/passwd}',
          '\\',
          '{',
          '}',
          '$x$',
          '%',
          '#',
          '&',
          '_',
          '~',
          '^',
          '^^5c',
          '<',
          '|',
          '"',
          '`',
        ],
        ...[
          '<script>x</script>',
          '</blockquote>',
          '&lt;',
          '&#60;',
          '{{ x }}',
          '{x}',
          '@x',
          '*x*',
          '](x)',
          '```',
        ],
        ...[
          'include::x[]',
          '.. raw:: html',
          'word',
          'שלום',
          '字',
          '🤝',
          'a\nb',
          '\\end{quote}',
          '\u202e',
          '\0',
        ],
      ),
      fc.string(),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => parts.join(' '));

/** Quotations with hostile strings everywhere. */
export const hostileQuotations = fc
  .tuple(hostile, hostile, fc.option(fc.webUrl({ withQueryParameters: true, withFragments: true })), hostile)
  .map(([text, title, url, label]) => raw(text, `x${title}`, url ?? undefined, label));

export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

function tidyLines(text: string): string {
  return text.split('\n').map(tidy).join('\n');
}

/** Only the letters of a quotation, and the code points of hidden characters. */
export function lettersIn(quotations: readonly Quotation[]): string {
  return quotations
    .map(({ item: { label = '', text, references }, briefing }) =>
      lettersOf(
        [label, text, briefing.title, ...references.map(({ title }) => title)].map(tidyLines).join(''),
      ),
    )
    .join('');
}
