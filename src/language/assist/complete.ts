import type { Briefing, Position, Range } from '../../briefing/model.ts';
import { type Structure, structureOf } from '../../briefing/structure/structure.ts';
import { escapeWords } from '../../briefing/write/writeMarkdown.ts';
import { shownApart } from '../../briefing/render/shownReference.ts';
import { isFrontPage } from '../checks/frontPages.ts';
import { citationOf, createCiter, entryFinder, type CitableSource } from '../references/citeSource.ts';
import { rangeIn } from '../linkPlaces.ts';
import { referenceLists } from '../references/referenceList.ts';
import type { TextEdit } from '../textEdit.ts';

/** Suggestions from other briefings of the library, the likeliest first. */
export interface Knowledge {
  readonly sources: readonly CitableSource[];
  /** The titles of its sections and the labels of its takeaways. */
  readonly headings: readonly string[];
  readonly labels: readonly string[];
}

/** A completion at the cursor. */
export interface Completion {
  readonly kind: 'reference' | 'source' | 'heading' | 'label';
  readonly label: string;
  /** Its origin: a host. */
  readonly detail: string;
  /** The text that the typed words are matched against. */
  readonly words: string;
  readonly text: string;
  /** The range that it replaces. */
  readonly range: Range;
  /** Additional edits elsewhere: a source's entry. */
  readonly edits: readonly TextEdit[];
}

/** Maximum number of suggested sources from other briefings. There is a list of all of them to choose from. */
const MAX_OFFERED = 200;

/** The completions at a position; none in code, in the front matter, or in a list of sources. */
export function completionsAt(
  briefing: Briefing,
  position: Position,
  knowledge: Knowledge,
): readonly Completion[] {
  const structure = structureOf(briefing);
  const { document } = structure;
  if (document.json !== undefined || isCodeOrFrontMatter(structure, position.line)) return [];
  const line = document.lines[position.line] ?? '';
  const before = line.slice(0, position.character);
  const citation = /(?<!\])\[(\^?[^[\]]{0,60})$/.exec(before);
  if (citation) return citationCompletions(briefing, position, citation[1] ?? '', line, knowledge);
  const heading = /^#{1,6}\s+([^#]{0,80})$/.exec(before);
  if (heading) return nameCompletions('heading', knowledge.headings, heading[1] ?? '', position, '');
  const label = /^\s*(?:[-*+]|\d{1,9}[.)])\s+\*\*([^*]{0,80})$/.exec(before);
  if (!label) return [];
  return line.slice(position.character).trim() === ''
    ? nameCompletions('label', knowledge.labels, label[1] ?? '', position, ':** ')
    : [];
}

function citationCompletions(
  briefing: Briefing,
  position: Position,
  typed: string,
  line: string,
  { sources }: Knowledge,
): Completion[] {
  const lists = referenceLists(structureOf(briefing));
  const entries = lists.flat();
  // In a list of sources, `- [` starts a task list box or an entry.
  if (entries.some(({ from, to }) => from <= position.line && position.line < to)) return [];
  const start = position.character - typed.length - 1;
  const close = line[position.character] === ']' ? 1 : 0;
  const range = rangeIn(position.line, start, position.character + close);
  const own = entries.flatMap((entry): CitedCompletion[] => {
    const {
      label,
      mentions: [source = { title: '' }],
    } = entry;
    return label === undefined ? [] : [{ source, text: citationOf(entry), edits: [], isListed: true }];
  });
  const cite = createCiter(briefing);
  const isListed = entryFinder(lists);
  const others: CitedCompletion[] = [];
  for (const source of sources) {
    if (others.length === MAX_OFFERED) break;
    const isKnown = isListed(source) !== undefined || (source.url !== undefined && isFrontPage(source.url));
    const citation = isKnown ? undefined : cite(source);
    if (citation) others.push({ source, ...citation, isListed: false });
  }
  const all = [...own, ...others];
  const shown = shownApart(all.map(({ source }) => source));
  return all.map((one, i) => toCompletion(one, shown[i]?.host ?? shown[i]?.site ?? '', range));
}

/** A source with its citation. */
interface CitedCompletion extends Pick<Completion, 'text' | 'edits'> {
  readonly source: CitableSource;
  /** Whether the briefing has an entry for it. */
  readonly isListed: boolean;
}

function toCompletion(
  { source, text, edits, isListed }: CitedCompletion,
  detail: string,
  range: Range,
): Completion {
  const { title } = source;
  return isListed
    ? {
        kind: 'reference',
        label: `${text} ${title}`,
        detail,
        words: `${text} [${title} ${detail}`,
        text,
        range,
        edits,
      }
    : { kind: 'source', label: title, detail, words: `[${title} ${detail}`, text, range, edits };
}

function nameCompletions(
  kind: 'heading' | 'label',
  names: readonly string[],
  typed: string,
  { line, character }: Position,
  end: string,
): Completion[] {
  const range = rangeIn(line, character - typed.length, character);
  return names.map((name) => ({
    kind,
    label: name,
    detail: '',
    words: name,
    text: escapeWords(name) + end,
    range,
    edits: [],
  }));
}

/** Whether a line is in code or in the front matter. */
function isCodeOrFrontMatter({ document: { frontMatter, blocks } }: Structure, line: number): boolean {
  if (line < frontMatter.end) return true;
  return blocks.some(
    ({ from, to, tokens }) =>
      from <= line &&
      line < to &&
      tokens.some(
        ({ type, map }) =>
          map && (type === 'fence' || type === 'code_block') && map[0] <= line && line < map[1],
      ),
  );
}
