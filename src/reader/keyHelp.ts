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
  for (const { command, key } of keybindings) {
    const keys = keysOf.get(command) ?? new Set();
    keysOf.set(command, keys.add(LABELS[key] ?? key));
  }
  const lines = new Map<string, { titles: string[]; keys: readonly string[] }>();
  for (const [command, keys] of keysOf) {
    const id = [...keys].join(' ');
    const line = lines.get(id) ?? { titles: [], keys: [...keys] };
    line.titles.push(titles.get(command) ?? command);
    lines.set(id, line);
  }
  return [...lines.values()].map((line) => ({ title: line.titles.join(' / '), keys: line.keys }));
}

/** What is read of a package.json: our own. */
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly keybindings: readonly { readonly command: string; readonly key: string }[];
  };
}
