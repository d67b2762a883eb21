import type { MarkdownIt, StateInline } from 'markdown-it';

type Ruler = MarkdownIt['inline']['ruler'];
type Rule = ReturnType<Ruler['getRules']>[number];

/** What each rule for words begins with, in the order in which they are asked; the first reads all else. */
const FIRSTS: Readonly<Record<string, string>> = {
  text: '',
  linkify: ':',
  newline: '\n',
  escape: '\\',
  liquid: '{<',
  attribute_list: '{',
  backticks: '`',
  strikethrough: '~',
  emphasis: '*_',
  liquid_link: '[!',
  wiki_link: '[!',
  spaced_link: '[!',
  link: '[',
  image: '!',
  footnote_inline: '^',
  footnote_ref: '[',
  comment: '<',
  autolink: '<',
  html_tag: '<',
  html_inline: '<',
  entity: '&',
};

/** Has only those rules asked about a mark that begin with it: markdown-it asks all, one after the other. */
export function leanInline({ inline }: MarkdownIt): void {
  const read = readerOf(rulesIn(inline.ruler));
  inline.tokenize = (state) => {
    const { maxNesting } = state.md.options;
    const end = state.posMax;
    while (state.pos < end)
      if (state.level >= maxNesting || !read(state, false)) state.pending += state.src.charAt(state.pos++);
    if (state.pending !== '') state.pushPending();
  };
  inline.skipToken = (state) => {
    const { pos, cache } = state;
    state.pos = cache[pos] ??= endOfToken(state, read);
  };
}

/** Behind what begins at the place of a state; far behind where nothing may nest any more. */
function endOfToken(state: StateInline, read: Rule): number {
  if (state.level >= state.md.options.maxNesting) return state.posMax + 1;
  state.level++;
  const isRead = read(state, true);
  state.level--;
  return isRead ? state.pos : state.pos + 1;
}

/** One rule for all of them, by what stands at its place. */
function readerOf(rules: ReadonlyMap<string, Rule>): Rule {
  const own = (unit: number) =>
    [...rules].flatMap(([name, rule]) =>
      FIRSTS[name]?.includes(String.fromCharCode(unit)) === true ? [rule] : [],
    );
  const byUnit = Array.from({ length: 128 }, (_, unit) => own(unit));
  const words = [...rules.values()].slice(0, 1);
  return (state, silent) => {
    const found = byUnit[state.src.charCodeAt(state.pos)] ?? [];
    for (const rule of found.length > 0 ? found : words) if (rule(state, silent)) return true;
    return false;
  };
}

/** The rules by their names. */
function rulesIn(ruler: Ruler): ReadonlyMap<string, Rule> {
  const given = ruler.getRules('');
  const names = Object.keys(FIRSTS);
  const rules = new Map<string, Rule>();
  for (const name of names) {
    ruler.enableOnly(name);
    for (const rule of ruler.getRules('')) rules.set(name, rule);
  }
  ruler.enable(names);
  if ([...rules.values()].some((rule, i) => rule !== given[i]) || rules.size !== given.length)
    throw new Error('The table of what a rule for words begins with has to have each of them, in its order.');
  return rules;
}
