import type { KeyHelp } from './content.ts';

/** How a key is written on the keyboard, where that is not what it is called in a keybinding. */
const LABELS: Readonly<Record<string, string>> = {
  'shift+/': '?',
  'shift+=': '+',
  'shift+g': 'G',
  'shift+space': 'Shift+Space',
  space: 'Space',
  enter: 'Enter',
};

/**
 * The keys that the extension's own manifest binds, and what they do: a line for each set of keys, in the manifest's
 * order. What stands on the same keys, by what is shown, stands on one line.
 */
export function keyHelp(manifest: unknown): readonly KeyHelp[] {
  const { commands, keybindings } = (manifest as Manifest).contributes;
  const titles = new Map(commands.map(({ command, title }) => [command, title]));
  const keysOf = new Map<string, Set<string>>();
  for (const { command, key, when = '' } of keybindings) {
    // A key of the search's box means nothing in the reader.
    if (when.includes('inQuickOpen')) continue;
    const keys = keysOf.get(command) ?? new Set();
    keysOf.set(command, keys.add(LABELS[key] ?? key));
  }
  const lines = new Map<string, { titles: Record<string, string>; keys: readonly string[] }>();
  for (const [command, keys] of keysOf) {
    const id = [...keys].join(' ');
    const line = lines.get(id) ?? { titles: {}, keys: [...keys] };
    line.titles[command] = titles.get(command) ?? command;
    lines.set(id, line);
  }
  return [...lines.values()];
}

/** What a command is called, and its first key: `Star (s)`. */
export function titleWithKey(help: readonly KeyHelp[], command: string): string {
  const line = help.find(({ titles }) => command in titles);
  return line ? `${line.titles[command]} (${line.keys[0]})` : '';
}

/** What is read of a package.json: our own. */
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly when?: string;
    }[];
  };
}
