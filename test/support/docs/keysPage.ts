import { keyHelp } from '../../../src/reader/keyHelp.ts';
import { commandsOf, type Manifest } from './manifest.ts';
import { table } from './table.ts';

/** docs/keys.md: the reader’s keys, and every command. */
export function keysPage(manifest: Manifest): string {
  const keysOf = new Map(
    keyHelp(manifest).flatMap(({ titles, keys }) => Object.keys(titles).map((command) => [command, keys])),
  );
  const hidden = new Set(
    manifest.contributes.menus.commandPalette
      .filter(({ when }) => when === 'false')
      .map(({ command }) => command),
  );
  const commands = commandsOf(manifest);
  const rows = (wanted: readonly { readonly command: string; readonly title: string }[]) =>
    wanted.map(({ command, title }) => [title, code(keysOf.get(command) ?? []), `\`${command}\``]);
  return `# Keys and commands

The reader’s keys work while it has the focus. \`?\` shows them, and the Keyboard Shortcuts editor changes them. Two more work elsewhere: \`Esc\` leads from a source file back to the reader, and \`Ctrl+Enter\` opens a search result to the side.

## The reader’s keys

${table(
  ['', 'key'],
  keyHelp(manifest).map(({ titles, keys }) => [Object.values(titles).join(', '), code(keys)]),
)}

## Commands

They are in the Command Palette under **Briefings**, whenever they can do something. The ID is for your own keybindings.

${table(['command', 'key', 'ID'], rows(commands.filter(({ command }) => !hidden.has(command))))}

These are not in the Command Palette, but at what they are for: a row of the sidebar, or the search.

${table(['command', 'key', 'ID'], rows(commands.filter(({ command }) => hidden.has(command))))}
`;
}

function code(keys: readonly string[]): string {
  return keys.map((key) => `\`${key}\``).join(', ');
}
