import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/** `Date: 3 March`, `📍 **Source:** Harbour Office`, `日期：3月3日`: what a value is called, on its line. */
const FIELD =
  /^\s*(?:\p{ExtPict}\ufe0f?\s*)?(\*\*|__)?(\p{L}[^:：*_|[\]<>]{0,39}?)\s*(?:\*\*|__)?(?::(?=\s|\*\*|__)|：)(?:\*\*|__)?\s*[^\s*_]/u;
const WORDS = 4;
/** So many lines that are all called something, or two that are so in bold, are fields wherever they stand. */
const SOME = 3;

/** A line's end that is shown, though its author wrote no mark for it. */
const UNMARKED = 'field';

/**
 * Ends each line where its author did, if the next one is a field as others of the text are: `Date: 3 March` / `Source:
 * Ann`. Two of them at least stand in a paragraph, and what one is called begins a line of another paragraph as well, or
 * two are called so in bold, or all its lines are such, three at least: a sentence that happens to have a colon there does
 * not do that. Or if it is one of the links that a paragraph ends with: `🔗 https://a.example`.
 */
export function fields(markdown: MarkdownIt): void {
  markdown.core.ruler.push('fields', (state) => {
    breakFields(state);
    breakLinks(state);
  });
}

/** From a paragraph's end up, as long as a line is nothing but links. */
function breakLinks({ tokens }: StateCore): void {
  for (const { type, content, children } of tokens) {
    if (type !== 'inline' || !children || !content.includes('\n')) continue;
    let depth = 0;
    let hasLink = false;
    for (let at = children.length - 1; at >= 0; at--) {
      const token = children[at];
      if (!token) continue;
      if (token.type.endsWith('link_close')) depth++;
      if (token.type === 'softbreak' && depth === 0) {
        if (!hasLink) break;
        hasLink = false;
        token.type = 'hardbreak';
        token.markup = UNMARKED;
      } else if (token.type === 'hardbreak' && depth === 0) hasLink = false;
      else if (token.type.endsWith('link_open')) {
        depth--;
        hasLink = true;
      } else if (depth === 0 && /[\p{L}\p{N}]/u.test(token.content)) break;
    }
  }
}

/** Whether a line's end is there without a mark. */
export function isUnmarkedBreak({ type, markup }: Token): boolean {
  return type === 'softbreak' || (type === 'hardbreak' && markup === UNMARKED);
}

interface Paragraph {
  readonly breaks: readonly Token[];
  /** What each line is called, as far as it is a field. */
  readonly names: readonly (string | undefined)[];
  /** That these are fields can be told from this paragraph alone. */
  readonly isCertain: boolean;
}

function breakFields({ tokens }: StateCore): void {
  const inlines = tokens.filter(({ type, content }) => type === 'inline' && mayHaveFields(content));
  const long = inlines.filter(isLong).flatMap((inline) => paragraphOf(inline) ?? []);
  // Only where two stand together a line's end may be meant, and what others are called counts.
  if (!long.some(({ names }) => names.filter(Boolean).length > 1)) return;
  const short = inlines.filter((inline) => !isLong(inline)).flatMap((inline) => paragraphOf(inline) ?? []);
  const paragraphs = [...short, ...long];
  const counts = new Map<string, number>();
  for (const { names } of paragraphs)
    for (const name of new Set(names)) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { breaks, names, isCertain } of paragraphs) {
    const isField = names.map((name) => name !== undefined && (isCertain || (counts.get(name) ?? 0) > 1));
    const first = isField.indexOf(true);
    breaks.forEach((end, line) => {
      if (end.type !== 'softbreak' || first < 0 || line < first || !isField[line + 1]) return;
      end.type = 'hardbreak';
      end.markup = UNMARKED;
    });
  }
}

/** The lines of a paragraph that has a field; undefined where words of its lines, or a link, go on over a line's end. */
function paragraphOf({ content, children }: Token): Paragraph | undefined {
  const fields = content.split('\n').map(fieldOf);
  const names = fields.map((field) => field?.name);
  const breaks = (children ?? []).filter(({ type }) => type === 'softbreak' || type === 'hardbreak');
  return breaks.length === fields.length - 1 && names.some((name) => name !== undefined)
    ? { breaks, names, isCertain: areFields(fields) }
    : undefined;
}

function areFields(lines: readonly (Field | undefined)[]): boolean {
  const fields = lines.flatMap((field) => field ?? []);
  const areAll = fields.length === lines.length && lines.length >= SOME;
  return areAll || fields.filter(({ isBold }) => isBold).length > 1;
}

function isLong({ content }: Token): boolean {
  return content.includes('\n');
}

/** A colon that is none of an address or a time. */
function mayHaveFields(content: string): boolean {
  return /:[\s*_]|：/.test(content);
}

interface Field {
  readonly name: string;
  readonly isBold: boolean;
}

function fieldOf(line: string): Field | undefined {
  if (!line.includes(':') && !line.includes('：')) return undefined;
  const [, bold, name] = FIELD.exec(line) ?? [];
  return name !== undefined && name.split(/\s+/).length <= WORDS
    ? { name: name.toLowerCase(), isBold: bold !== undefined }
    : undefined;
}
