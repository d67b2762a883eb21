import { tidy } from '../../../base/tidy.ts';
import { endsSentence } from '../../text/sentences.ts';
import { type Line, escapeLiteral } from './jsonSources.ts';
import { isCalled, type JsonNode, meaningOf } from './jsonNodes.ts';

/** Minimum number of words in prose: without the end of a sentence, and with one. */
const MIN_WORDS = 8;
const SOME = 3;
/**
 * 16 characters without a space are prose, too, in scripts without spaces; names like `Linux` can be between them.
 */
const UNPARTED = /(?:[\p{Ideo}\p{scx=Hira}\p{scx=Kana}，：；][!-~]*){16}/u;
/** Keys of a story's text as a list of paragraphs. */
const PARAGRAPHS = ['paragraphs', 'body', 'content', 'text', 'detail', 'details'];

/**
 * Returns the text of a story beside its headline and its body, under any key: `"why_it_matters": "It …"` is the
 * paragraph `**Why it matters:** It …`, and a list of sentences is a list. `given`: the nodes that are written
 * already.
 */
export function furtherLines(story: JsonNode, given: ReadonlySet<JsonNode | undefined>): Line[] {
  return [...(story.members ?? [])].flatMap(([key, node]): Line[] => {
    if (given.has(node)) return [];
    const { from, to, text, items = [] } = node;
    const lead = `**${escapeLiteral(labelOfKey(key))}:**`;
    if (text !== undefined)
      return isProse(text) ? paragraph([{ text: `${lead} ${text.trim()}`, from, to }]) : [];
    const points = items.flatMap((item) => (item.text === undefined ? [] : [{ ...item, text: item.text }]));
    if (
      points.length < items.length ||
      points.filter((point) => isProse(point.text)).length * 2 < items.length
    )
      return [];
    if (points.length === 0) return [];
    if (isCalled(key, PARAGRAPHS))
      return points.flatMap((point) => paragraph([{ ...point, text: point.text.trim() }]));
    const list = points.map((point) => ({ text: `- ${tidy(point.text)}`, from: point.from, to: point.to }));
    return [...paragraph([{ text: lead, from, to: from }]), ...paragraph(list)];
  });
}

function paragraph(lines: readonly Line[]): Line[] {
  const { from = 0 } = lines[0] ?? {};
  return [{ text: '', from, to: from }, ...lines];
}

/** `why_it_matters`, `whyItMatters` and `why_it_matters_ja` -> `Why it matters` */
export function labelOfKey(key: string): string {
  const words = tidy(meaningOf(key).name.replace(/[_-]+/g, ' '));
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function isProse(text: string): boolean {
  const said = text.trim();
  return (
    (isSentence(said) || said.split(/\s+/, MIN_WORDS).length === MIN_WORDS || UNPARTED.test(said)) &&
    !/^[a-z]+:\/\//i.test(said)
  );
}

/** Whether a text ends a sentence and has enough words for one. */
export function isSentence(text: string): boolean {
  const end = text.trim().slice(-4);
  return endsSentence(end) && (/[。！？]/.test(end) || text.trim().split(/\s+/, SOME).length === SOME);
}
