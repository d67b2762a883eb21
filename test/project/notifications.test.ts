import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { REPO } from '../support/paths.ts';

const SHOWS = /\b(?:show(?:Information|Warning|Error)Message|setStatusBarMessage|createStatusBarItem)\b/;

/* VS Code turns text in a notification into links, and in the status bar into icons: one file escapes both. */
describe('Messages of VS Code', () => {
  it('are shown by one file only', () => {
    const folder = path.join(REPO, 'src');
    const files = fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'));
    const found = files.filter((name) => SHOWS.test(fs.readFileSync(path.join(folder, name), 'utf8')));
    assert.deepEqual(found, [path.join('workbench', 'notify.ts')]);
  });

  it('are escaped there, except in a dialog, which shows plain text', () => {
    const source = fs.readFileSync(path.join(REPO, 'src', 'workbench', 'notify.ts'), 'utf8');
    const calls = [...source.matchAll(/\.((?:show|set)\w+Message)\((\w+)/g)];
    assert.deepEqual(
      calls.map(([, call, first]) => `${call} ${first}`),
      [
        'showInformationMessage withoutLinks',
        'showInformationMessage withoutLinks',
        'showWarningMessage withoutLinks',
        'showWarningMessage withoutLinks',
        'showErrorMessage withoutLinks',
        'showWarningMessage question',
        'setStatusBarMessage withoutIcons',
      ],
    );
  });
});
