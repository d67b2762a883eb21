import type { Briefing, Position, Range } from '../../briefing/model.ts';
import { type Structure, structureOf } from '../../briefing/structure/structure.ts';
import { escapeWords } from '../../briefing/write/writeMarkdown.ts';
import { shownApart } from '../../briefing/render/shownReference.ts';
import { isFrontPage } from '../checks/frontPages.ts';
import { citationOf, citing, knownIn, type Source } from '../references/citeSource.ts';
import { rangeIn } from '../linkPlaces.ts';
import { referenceLists } from '../references/referenceList.ts';
import type { TextEdit } from '../textEdit.ts';

/** What the library knows from other briefings, the likeliest first. */
export interface Knowledge {
  readonly sources: readonly Source[];
  /** The titles of its sections and the labels of its takeaways. */
  readonly headings: readonly string[];
  readonly labels: readonly string[];
}

/** A completion at the cursor. */
export interface Completion {
  readonly kind: 'reference' | 'source' | 'heading' | 'label';
  readonly label: string;
  /** Where it comes from: a host. */
  readonly detail: string;
  /** The text that the typed words are matched against. */
  readonly words: string;
  readonly text: string;
  /** The range that it replaces. */
  readonly range: Range;
  /** The edits elsewhere that it needs: a source's entry. */
  readonly edits: readonly TextEdit[];
}

/** The number of sources from other briefings that are offered: for all of them, there is a list to choose from. */
const OFFERED = 200;

/** The completions at a position; none in code, in the front matter, or where sources are listed. */
export function completionsAt(
  briefing: Briefing,
  position: Position,
  knowledge: Knowledge,
): readonly Completion[] {
  const structure = structureOf(briefing);
  const { document } = structure;
  if (document.json !== undefined || isHidden(structure, position.line)) return [];
  const line = document.lines[position.line] ?? '';
  const before = line.slice(0, position.character);
  const citation = /(?<!\])\[(\^?[^[\]]{0,60})$/.exec(before);
  if (citation) return citations(briefing, position, citation[1] ?? '', line, knowledge);
  const heading = /^#{1,6}\s+([^#]{0,80})$/.exec(before);
  if (heading) return named('heading', knowledge.headings, heading[1] ?? '', position, '');
  const label = /^\s*(?:[-*+]|\d{1,9}[.)])\s+\*\*([^*]{0,80})$/.exec(before);
  if (!label) return [];
  return line.slice(position.character).trim() === ''
    ? named('label', knowledge.labels, label[1] ?? '', position, ':** ')
    : [];
}

function citations(
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
  const own = entries.flatMap((entry): Cited[] => {
    const {
      label,
      mentions: [source = { title: '' }],
    } = entry;
    return label === undefined ? [] : [{ source, text: citationOf(entry), edits: [], isListed: true }];
  });
  const cite = citing(briefing);
  const isListed = knownIn(lists);
  const others: Cited[] = [];
  for (const source of sources) {
    if (others.length === OFFERED) break;
    const isKnown = isListed(source) !== undefined || (source.url !== undefined && isFrontPage(source.url));
    const citation = isKnown ? undefined : cite(source);
    if (citation) others.push({ source, ...citation, isListed: false });
  }
  const all = [...own, ...others];
  const shown = shownApart(all.map(({ source }) => source));
  return all.map((one, i) => ofCited(one, shown[i]?.host ?? shown[i]?.site ?? '', range));
}

/** A source with its citation. */
interface Cited extends Pick<Completion, 'text' | 'edits'> {
  readonly source: Source;
  /** Whether the briefing has an entry for it. */
  readonly isListed: boolean;
}

function ofCited({ source, text, edits, isListed }: Cited, detail: string, range: Range): Completion {
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

function named(
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
function isHidden({ document: { frontMatter, blocks } }: Structure, line: number): boolean {
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
