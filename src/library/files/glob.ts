// A glob as VS Code reads it: `*` and `?` within a name, `**` for any names, `{a,b}`, `[a-z]`; all other characters are
// literal. It comes from a workspace's settings, which anybody may have written: the cost of matching is bounded.

/** A glob that can be matched, or the reason why it is refused: what is wrong, and what to write instead. */
export type Glob = { readonly kind: 'glob'; readonly paths: readonly GlobPath[] } | RefusedGlob;

export interface RefusedGlob {
  readonly kind: 'refused';
  readonly why: string;
}

/** One of a glob's alternatives, name by name. */
export type GlobPath = readonly (GlobName | typeof ANY)[];

/** Matches the name of one file or folder. */
type GlobName = (name: string) => boolean;

/** `**`: any number of names, including none. */
export const ANY = '**';

/* Limits far above any real glob. Stars are limited because VS Code's search tries all matches. */
const MAX_LENGTH = 500;
const MAX_ALTERNATIVES = 200;
const MAX_STARS = 4;

/** The beginning of an extended glob, which other tools support: `+(a|b)`. */
const GROUP = /[@!+*?]\(/;

export function readGlob(glob: string): Glob {
  if (glob === '') return refused('it is empty.');
  if (glob.length > MAX_LENGTH)
    return refused(`it is longer than ${MAX_LENGTH} characters. Write several shorter ones.`);
  if (GROUP.test(glob))
    return refused('VS Code’s globs have no groups like +(a|b). Write {a,b} for alternatives.');
  const alternatives = alternativesOf(glob);
  if (typeof alternatives === 'string') return refused(alternatives);
  const paths = alternatives.map((path) => path.split('/').filter((name) => name !== ''));
  const isStarry = paths.some(
    (names) =>
      names.filter((name) => name === ANY).length > MAX_STARS ||
      names.some((name) => name !== ANY && partsOf(name).length - 1 > MAX_STARS),
  );
  if (isStarry) return refused(`it has more than ${MAX_STARS} * in a name, or ** in a path. Write fewer.`);
  try {
    return { kind: 'glob', paths: paths.map((names) => names.map(readName)) };
  } catch {
    return refused(
      'the range between its [ and ] cannot be read. Write the smaller character first, as in [a-z].',
    );
  }
}

function refused(why: string): RefusedGlob {
  return { kind: 'refused', why };
}

/**
 * Whether a path matches the glob, name by name; with `orInside`, also if it is in a folder that matches. Takes at most
 * (names of the path) × (names of the glob) steps: all ways to match are followed at once, without backtracking.
 */
export function matchesPath(path: GlobPath, names: readonly string[], orInside: boolean): boolean {
  const end = path.length;
  // For each index in the glob: whether its name may come next.
  let next = withSkippedAny(path, [true]);
  for (const name of names) {
    if (orInside && next[end] === true) return true;
    const after: boolean[] = [];
    path.forEach((one, i) => {
      if (next[i] !== true) return;
      if (one === ANY) after[i] = true;
      else if (one(name)) after[i + 1] = true;
    });
    next = withSkippedAny(path, after);
  }
  return next[end] === true;
}

/** If `**` may come next, the name after it may as well. */
function withSkippedAny(path: GlobPath, next: boolean[]): boolean[] {
  path.forEach((one, i) => {
    if (one === ANY && next[i] === true) next[i + 1] = true;
  });
  return next;
}

/** `{a,b{c,d}}.md` -> `a.md`, `bc.md`, `bd.md`; or a message why the glob is refused. */
function alternativesOf(glob: string): readonly string[] | string {
  // For each open brace: the text before it, and its finished alternatives.
  const open: { before: readonly string[]; done: readonly string[] }[] = [];
  let current: readonly string[] = [''];
  for (let i = 0; i < glob.length; i++) {
    const char = glob.charAt(i);
    if (char === '{') {
      open.push({ before: current, done: [] });
      current = [''];
      continue;
    }
    const brace = open.at(-1);
    if (char === ',' && brace) {
      brace.done = [...brace.done, ...current];
      current = [''];
    } else if (char === '}' && brace) {
      open.pop();
      const inside = [...brace.done, ...current];
      if (inside.length * brace.before.length > MAX_ALTERNATIVES)
        return `its braces give more than ${MAX_ALTERNATIVES} alternatives. Write several globs.`;
      current = brace.before.flatMap((before) => inside.map((one) => before + one));
    } else if (char === '[') {
      const set = /^\[[!^]?\]?[^\]/]*\]/.exec(glob.slice(i))?.[0];
      if (set === undefined) return 'its [ is not closed. Add a ].';
      current = current.map((before) => before + set);
      i += set.length - 1;
    } else {
      current = current.map((before) => before + char);
    }
  }
  return open.length > 0 ? 'its { is not closed. Add a }.' : current;
}

/** Compiles a name of a glob. Throws if a range goes backwards. */
function readName(name: string): GlobName | typeof ANY {
  if (name === ANY) return ANY;
  // Each part has a fixed length, so its first match is as good as any other: no backtracking.
  const [first = '', ...others] = partsOf(name);
  const last = others.pop();
  const begins = new RegExp(`^${first}${last === undefined ? '$' : ''}`, 'su');
  if (last === undefined) return (text) => begins.test(text);
  const rest = [...others, `${last}$`].map((part) => new RegExp(part, 'gsu'));
  return (text) => {
    let at = begins.exec(text)?.[0].length;
    for (const part of rest) {
      if (at === undefined) return false;
      part.lastIndex = at;
      at = part.test(text) ? part.lastIndex : undefined;
    }
    return at !== undefined;
  };
}

/** The parts of a name between its stars, as regular expressions without repetition. */
function partsOf(name: string): string[] {
  const parts = [''];
  for (const [token] of name.matchAll(/\[[!^]?\]?[^\]]*\]|\*+|./gsu))
    if (token.startsWith('*')) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${patternOf(token)}`);
  return parts;
}

/** The regular expression for a character, for `?`, or for a set like `[!a-z]`. */
function patternOf(token: string): string {
  const [, not, set] = /^\[([!^]?)(.*)\]$/su.exec(token) ?? [];
  if (set !== undefined) return `[${not === '' ? '' : '^'}${set.replace(/[\\^[\]]/g, '\\$&')}]`;
  return token === '?' ? '.' : token.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
}
