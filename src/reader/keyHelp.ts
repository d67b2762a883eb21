import type { KeyHelp } from './content.ts';

/** The labels of keys on a keyboard, if these differ from the names in a keybinding. */
const LABELS: Readonly<Record<string, string>> = {
  'shift+/': '?',
  'shift+=': '+',
  'shift+g': 'G',
  'shift+m': 'M',
  'shift+n': 'N',
  'shift+space': 'Shift+Space',
  'alt+left': 'Alt+←',
  'alt+right': 'Alt+→',
  space: 'Space',
  enter: 'Enter',
};

/**
 * The keys that the extension's own manifest binds, and what they do: a line for each set of keys, in the manifest's
 * order. Commands that share the same keys, and differ in when they apply, share a line. Of several keys, the main one
 * is bound last, because that is the one that VS Code shows with the command, and listed first.
 */
export function keyHelp(manifest: unknown): readonly KeyHelp[] {
  const { commands, keybindings } = (manifest as Manifest).contributes;
  const titles = new Map(commands.map(({ command, title }) => [command, titleText(title)]));
  const keysOf = new Map<string, Set<string>>();
  for (const { command, key, when = '' } of keybindings) {
    // Keys of the search box and of the source file do nothing in the reader.
    if (/briefings\.(?:searching|source)\b/.test(when)) continue;
    const keys = keysOf.get(command) ?? new Set();
    keysOf.set(command, keys.add(LABELS[key] ?? key));
  }
  const lines = new Map<string, { titles: Record<string, string>; keys: readonly string[] }>();
  for (const [command, keys] of keysOf) {
    const id = [...keys].join(' ');
    const line = lines.get(id) ?? { titles: {}, keys: [...keys].reverse() };
    line.titles[command] = titles.get(command) ?? command;
    lines.set(id, line);
  }
  return [...lines.values()];
}

/** The title of a command with its first key: `Add Star (s)`. */
export function titleWithKey(help: readonly KeyHelp[], command: string): string {
  const line = help.find(({ titles }) => command in titles);
  return line ? `${line.titles[command]} (${line.keys[0]})` : '';
}

/** If VS Code has translated a title, `value` is the translation. */
type Title = string | { readonly value: string };

function titleText(title: Title): string {
  return typeof title === 'string' ? title : title.value;
}

/** The part of our own package.json that is read. */
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: Title }[];
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly when?: string;
    }[];
  };
}
