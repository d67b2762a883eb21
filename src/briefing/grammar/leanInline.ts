import type { MarkdownIt, StateInline } from 'markdown-it';

type Ruler = MarkdownIt['inline']['ruler'];
type Rule = ReturnType<Ruler['getRules']>[number];

/** The characters that each inline rule begins with, in the order of the rules. The first rule reads all other text. */
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
  chat_link: '<',
  autolink: '<',
  html_tag: '<',
  html_inline: '<',
  entity: '&',
};

/** Tries only the inline rules that begin with the character found. markdown-it tries all, one after the other. */
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

/** The offset after the token at a state's position; beyond the end if nothing may nest deeper. */
function endOfToken(state: StateInline, read: Rule): number {
  if (state.level >= state.md.options.maxNesting) return state.posMax + 1;
  state.level++;
  const isRead = read(state, true);
  state.level--;
  return isRead ? state.pos : state.pos + 1;
}

/** Combines the rules into one, which picks rules by the character at the current position. */
function readerOf(rules: ReadonlyMap<string, Rule>): Rule {
  const words = [...rules.values()].slice(0, 1);
  const byUnit = Array.from({ length: 128 }, (_, unit) => {
    const own = [...rules].flatMap(([name, rule]) =>
      FIRSTS[name]?.includes(String.fromCharCode(unit)) === true ? [rule] : [],
    );
    return own.length > 0 ? own : words;
  });
  return (state, silent) => {
    for (const rule of byUnit[state.src.charCodeAt(state.pos)] ?? words) if (rule(state, silent)) return true;
    return false;
  };
}

/** The inline rules by name. */
function rulesIn(ruler: Ruler): ReadonlyMap<string, Rule> {
  const given = ruler.getRules('');
  const names = Object.keys(FIRSTS);
  const rules = new Map<string, Rule>();
  for (const name of names) {
    // The rule for HTML is not in the build.
    ruler.enableOnly(name, true);
    for (const rule of ruler.getRules('')) rules.set(name, rule);
  }
  ruler.enable(names, true);
  if ([...rules.values()].some((rule, i) => rule !== given[i]) || rules.size !== given.length)
    throw new Error('The table of what a rule for words begins with has to have each of them, in its order.');
  return rules;
}
