import fs from 'node:fs';
import path from 'node:path';
import { REPO } from '../../support/paths.ts';

/** What one presses for all keys of the reader in the manifest that type a character elsewhere. */
export function readerKeys(): readonly string[] {
  const manifest = JSON.parse(fs.readFileSync(path.join(REPO, 'package.json'), 'utf8')) as {
    readonly contributes: {
      readonly keybindings: readonly { readonly key: string; readonly when: string }[];
    };
  };
  const keys = manifest.contributes.keybindings
    .filter(({ key, when }) => when.includes("'briefings.reader'") && !key.startsWith('alt+'))
    .map(({ key }) => key);
  return [...new Set(keys)].flatMap((key) => key.split(' ').map(pressed));
}

/** `shift+space` -> `Shift+Space` */
function pressed(key: string): string {
  return key.replace(/\b(?:shift|space|enter)\b/g, (name) => name.charAt(0).toUpperCase() + name.slice(1));
}
