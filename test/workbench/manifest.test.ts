import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { settings } from '../../src/workbench/settings.ts';
import { parts } from './parts.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly category: string;
      readonly icon: string;
    }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly when: string;
    }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  };
}

/** The reader has the focus, in a panel of its own or as an editor. */
/** While the box of the search is open. */
const SEARCHES = 'inQuickOpen && briefings.searching';
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
    // VS Code makes these for each view.
    const made = /^briefings\.library\.(?:focus|open|resetViewLocation|removeView|toggleVisibility)$/;
    const all = await vscode.commands.getCommands(true);
    const registered = all.filter((id) => id.startsWith('briefings.') && !made.test(id));
    assert.deepEqual(registered.sort(), [...declared].sort());
  });

  it('has every command under one category, with an icon, and where a hand would look for it', () => {
    const menus = Object.entries(manifest.contributes.menus).filter(([menu]) => menu !== 'commandPalette');
    const items = [...menus.flatMap(([, entries]) => entries), ...manifest.contributes.keybindings];
    const placed = new Set(items.map(({ command }) => command));
    for (const { command, category, icon } of manifest.contributes.commands) {
      assert.equal(category, '%view.container%', command);
      assert.match(icon, /^\$\([a-z-]+\)$/, command);
      assert.ok(placed.has(command), `${command} has no menu and no key`);
    }
  });

  it('binds and places only commands that there are', () => {
    const declared = new Set(manifest.contributes.commands.map(({ command }) => command));
    const used = [
      ...Object.values(manifest.contributes.menus).flat(),
      ...manifest.contributes.keybindings,
    ].map(({ command }) => command);
    assert.deepEqual(
      used.filter((command) => !declared.has(command)),
      [],
    );
  });

  it('binds single keys, and only while the reader has the focus', () => {
    // The one key of the search's box, and of nothing else.
    const inBox = manifest.contributes.keybindings.filter(({ when }) => when === SEARCHES);
    assert.deepEqual(
      inBox.map(({ key, command }) => `${key} ${command}`),
      ['ctrl+enter briefings.searchOpenToSide'],
    );
    for (const { key, when } of manifest.contributes.keybindings) {
      if (when === SEARCHES) continue;
      assert.match(key, /^(?:shift\+)?(?:[a-z]|enter|space|[\][/=0-]|g [gs])$/);
      assert.ok(when.startsWith(`${READS} && !inputFocus`), key);
    }
  });

  it('declares the settings that the code reads, with the defaults that it gets', () => {
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

  it('takes its words from package.nls.json, and all of them', () => {
    const used = [...source.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? '');
    assert.deepEqual([...new Set(used)].sort(), Object.keys(strings).sort());
  });

  it('has the view that the code fills', () => {
    assert.deepEqual(
      manifest.contributes.views['briefings']?.map(({ id }) => id),
      ['briefings.library'],
    );
  });
});

async function read(name: string): Promise<string> {
  const extension = vscode.extensions.getExtension('briefings.briefing-reader');
  assert.ok(extension);
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, name));
  return new TextDecoder().decode(bytes);
}
