import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EXTENSION_ID } from '../../src/workbench/extensionId.ts';
import { PROMPTING_COMMANDS, COMMANDS } from '../../src/workbench/commands/register.ts';
import { settings } from '../../src/workbench/settings.ts';
import { parts } from './support/parts.ts';

interface MenuEntry {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
  readonly group?: string;
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly shortTitle?: string;
      readonly category: string;
      readonly icon: string;
    }[];
    readonly submenus: readonly { readonly id: string }[];
    readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly when: string;
      readonly args?: unknown;
    }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  };
}

/** While the box of the search is open. */
const SEARCHES = 'inQuickOpen && briefings.searching';
/** In the source file, while nothing was typed there. */
const CAME_FROM_READER = 'briefings.source && editorTextFocus';
/** The reader has the focus, in a panel of its own or as an editor. */
const READS = "(activeWebviewPanelId == 'briefings.reader' || activeCustomEditorId == 'briefings.editor')";

describe('The manifest', () => {
  let manifest: Manifest;
  let source: string;
  let strings: Readonly<Record<string, string>>;

  before(async () => {
    await parts();
    source = await read('package.json');
    manifest = JSON.parse(source) as Manifest;
    strings = JSON.parse(await read('package.nls.json')) as Record<string, string>;
  });

  it('declares the commands that the code registers', async () => {
    const declared = manifest.contributes.commands.map(({ command }) => command);
    // VS Code creates these for each view.
    const made = /^briefings\.library\.(?:focus|open|resetViewLocation|removeView|toggleVisibility)$/;
    const all = await vscode.commands.getCommands(true);
    const registered = all.filter((id) => id.startsWith('briefings.') && !made.test(id));
    assert.deepEqual(registered.sort(), [...declared].sort());
    // The commands that are declared are exactly those with an implementation.
    assert.deepEqual(Object.keys(COMMANDS).sort(), [...declared].sort());
  });

  it('has every command in one category, with an icon, and in a menu', () => {
    const menus = Object.entries(manifest.contributes.menus).filter(([menu]) => menu !== 'commandPalette');
    const items = [...menus.flatMap(([, entries]) => entries), ...manifest.contributes.keybindings];
    const placed = new Set(items.map(({ command }) => command));
    for (const { command, category, icon } of manifest.contributes.commands) {
      assert.equal(category, '%view.container%', command);
      assert.match(icon, /^\$\([a-z-]+\)$/, command);
      assert.ok(placed.has(command), `${command} has no menu and no key`);
    }
  });

  it('ends the titles of commands that ask for more in “…”, and no others', () => {
    const titled = manifest.contributes.commands.filter(({ command }) =>
      strings[command.replace('briefings.', 'command.')]?.endsWith('…'),
    );
    assert.deepEqual([...PROMPTING_COMMANDS].sort(), titled.map(({ command }) => command).sort());
  });

  it('has keys and menus only for existing commands', () => {
    const declared = new Set(manifest.contributes.commands.map(({ command }) => command));
    const entries = Object.values(manifest.contributes.menus).flat();
    const used = [...entries, ...manifest.contributes.keybindings].flatMap(({ command }) => command ?? []);
    assert.deepEqual(
      used.filter((command) => !declared.has(command)),
      [],
    );
    const submenus = manifest.contributes.submenus.map(({ id }) => id);
    assert.deepEqual(entries.flatMap(({ submenu }) => submenu ?? []).sort(), submenus.sort());
  });

  it('leaves room for the view title: three buttons, and Collapse All', () => {
    const entries = manifest.contributes.menus['view/title'] ?? [];
    const buttons = entries.filter(({ group = '' }) => group.startsWith('navigation'));
    assert.deepEqual(
      buttons.map(({ command, group }) => `${group} ${command}`),
      [
        'navigation@1 briefings.continueReading',
        'navigation@1 briefings.clearFilter',
        'navigation@2 briefings.nextUnread',
        'navigation@3 briefings.search',
      ],
    );
  });

  it('shows the current choice as checked, through a second command with the same effect', () => {
    const { commands, menus, submenus } = manifest.contributes;
    const wordsOf = (title = '') => strings[title.replaceAll('%', '')];
    const ticked = commands.filter(({ command }) => command.endsWith('.current'));
    const inSubmenus = submenus.flatMap(({ id }) => menus[id] ?? []);
    const whenOf = (id: string) => inSubmenus.find(({ command }) => command === id)?.when;
    for (const { command, title } of ticked) {
      const id = command.replace('.current', '');
      const own = commands.find((one) => one.command === id);
      assert.equal(wordsOf(title), `✓ ${wordsOf(own?.shortTitle)}`);
      assert.equal(whenOf(id)?.replace(' != ', ' == '), whenOf(command));
      const places = Object.entries(menus).flatMap(([menu, entries]) =>
        entries.filter((entry) => entry.command === command).map(({ when }) => `${menu}: ${when}`),
      );
      assert.equal(places.length, 2);
      assert.ok(places.includes('commandPalette: false'), command);
    }
    const choices = inSubmenus.filter(({ group }) => group?.startsWith('1_choices'));
    assert.equal(choices.length, ticked.length * 2);
  });

  it('has single keys only while the reader has the focus', () => {
    const isElsewhere = (when: string) => when === SEARCHES || when.startsWith(CAME_FROM_READER);
    const elsewhere = manifest.contributes.keybindings.filter(({ when }) => isElsewhere(when));
    assert.deepEqual(
      elsewhere.map(({ key, command }) => `${key} ${command}`),
      ['escape briefings.backToReader', 'ctrl+enter briefings.searchOpenToSide'],
    );
    for (const { key, when, args } of manifest.contributes.keybindings) {
      if (isElsewhere(when)) continue;
      assert.deepEqual(args, { key: 'reader' }, key);
      // Go Back and Go Forward have the keys of VS Code and of browsers.
      assert.match(key, /^(?:(?:shift\+)?(?:[a-z]|enter|space|[\][/=0-]|g [gsc])|alt\+(?:left|right))$/);
      assert.ok(when.startsWith(`${READS} && !inputFocus && !inQuickOpen`), key);
    }
  });

  it('leaves Escape in the source file to everything that VS Code closes with it', async () => {
    const { when = '' } = manifest.contributes.keybindings.find(({ key }) => key === 'escape') ?? {};
    const ours = [...when.split(' && '), ...INSIDE];
    const builtIn = (await defaultKeys()).filter(
      ({ key, command }) => key.split(' ')[0] === 'escape' && command !== 'briefings.backToReader',
    );
    assert.ok(builtIn.length > 40, `${builtIn.length} of VS Code’s own`);
    const inTheWay = builtIn
      .flatMap(({ command, when: condition = '' }) =>
        condition.split(' || ').map((one) => ({ command, terms: one.split(' && ') })),
      )
      .filter(({ terms }) => !isDenied(terms, ours) && !isOutside(terms))
      .map(({ command, terms }) => `${command}: ${terms.join(' && ')}`);
    assert.deepEqual(inTheWay, []);
  });

  it('declares the settings that the code reads, with their defaults', () => {
    const { properties } = manifest.contributes.configuration;
    const { reader, ...others } = settings();
    const own = Object.entries(reader).map(([key, value]) => [`reader.${key}`, value] as const);
    const read: Record<string, unknown> = { ...others, ...Object.fromEntries(own) };
    assert.deepEqual(
      Object.keys(properties).sort(),
      Object.keys(read)
        .map((key) => `briefings.${key}`)
        .sort(),
    );
    for (const [key, value] of Object.entries(read)) {
      assert.deepEqual(value, properties[`briefings.${key}`]?.default, key);
    }
  });

  it('uses all strings of package.nls.json, and no others', () => {
    const used = [...source.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? '');
    assert.deepEqual([...new Set(used)].sort(), Object.keys(strings).sort());
  });

  it('declares the view that the code fills', () => {
    assert.deepEqual(
      manifest.contributes.views['briefings']?.map(({ id }) => id),
      ['briefings.library'],
    );
  });
});

/** VS Code’s own keys, which it provides as JSON with comments. */
async function defaultKeys(): Promise<readonly { key: string; command: string; when?: string }[]> {
  const uri = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
  const text = (await vscode.workspace.openTextDocument(uri)).getText();
  return JSON.parse(text.replace(/^\s*\/\/.*$/gm, '').replace(/,(?=\s*[\]}])/g, '')) as Awaited<
    ReturnType<typeof defaultKeys>
  >;
}

/** Whether two conditions exclude each other. */
function isDenied(one: readonly string[], other: readonly string[]): boolean {
  const excludes = (terms: readonly string[], term: string) => terms.includes(`!${term}`);
  return one.some((term) => excludes(other, term)) || other.some((term) => excludes(one, term));
}

/** Conditions that cannot hold while a text editor has the focus. */
const OUTSIDE =
  /^(?:in(?!SnippetMode|ZenMode)[A-Z]\w*|\w+(?:Focus|Focused|FocusInAny)|testing\.isInPeek|activeEditor == '.+'|scmRepository|breadcrumbsActive|comparingMovedCode|chatInAgentSessionProjection)$/;
const INSIDE = ['editorFocus', 'editorTextFocus', 'textInputFocus', 'inputFocus'];

function isOutside(terms: readonly string[]): boolean {
  return terms.some((term) => OUTSIDE.test(term) && !INSIDE.includes(term));
}

async function read(name: string): Promise<string> {
  const extension = vscode.extensions.getExtension(EXTENSION_ID);
  assert.ok(extension);
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, name));
  return new TextDecoder().decode(bytes);
}
