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

The reader’s keys work while the reader has the focus. To show them, press \`?\`. To change them, use the Keyboard Shortcuts editor. Two more keys work elsewhere: \`Esc\` goes from a source file back to the reader, and \`Ctrl+Enter\` opens a search result to the side.

The keys that scroll any page (\`Home\`, \`End\`, \`Page Up\`, \`Page Down\` and the arrow keys) scroll the reader. At the end of an item, it says what \`j\` leads to.

## The reader’s keys

${table(
  ['command', 'key'],
  keyHelp(manifest).map(({ titles, keys }) => [Object.values(titles).join(', '), code(keys)]),
)}

## Commands

These commands are in the Command Palette under **Briefings** whenever they are available. Use the ID for your own keyboard shortcuts.

${table(['command', 'key', 'ID'], rows(commands.filter(({ command }) => !hidden.has(command))))}

These commands are not in the Command Palette. They are in the sidebar and in the search, where they apply.

${table(['command', 'key', 'ID'], rows(commands.filter(({ command }) => hidden.has(command))))}
`;
}

function code(keys: readonly string[]): string {
  return keys.map((key) => `\`${key}\``).join(', ');
}
