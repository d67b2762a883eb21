import fs from 'node:fs';
import path from 'node:path';
import { REPO } from '../paths.ts';

/** The parts of package.json that the pages are generated from, with the strings of package.nls.json. */
export interface Manifest {
  readonly extensionKind: readonly string[];
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly when?: string;
    }[];
    readonly menus: {
      readonly commandPalette: readonly { readonly command: string; readonly when: string }[];
    };
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

/** A setting, or a part of one. */
export interface Setting {
  readonly type: string | readonly string[];
  readonly scope?: 'window' | 'machine' | 'application';
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly items?: Setting;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Setting>>;
}

export function translatedManifest(): Manifest {
  const read = (file: string) => fs.readFileSync(path.join(REPO, file), 'utf8');
  const strings = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;
  const translated = read('package.json').replace(/%([\w.-]+)%/g, (_, key: string) =>
    JSON.stringify(strings[key] ?? '').slice(1, -1),
  );
  return JSON.parse(translated) as Manifest;
}

/** The commands to list. `….current` is the ticked variant of another command, shown while it is the current choice. */
export function commandsOf(manifest: Manifest): Manifest['contributes']['commands'] {
  return manifest.contributes.commands.filter(({ command }) => !command.endsWith('.current'));
}
