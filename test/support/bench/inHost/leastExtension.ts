import fs from 'node:fs';
import path from 'node:path';
import { REPO } from '../../paths.ts';

/**
 * Writes the least possible extension: one row in a view with the same id and name as ours, so that a window opens with
 * it just as with ours.
 */
export function writeLeastExtension(folder: string, row: string): void {
  fs.mkdirSync(folder);
  const { name, publisher, version, engines } = JSON.parse(
    fs.readFileSync(path.join(REPO, 'package.json'), 'utf8'),
  ) as Record<string, unknown>;
  const icon = 'icon.svg';
  const manifest = {
    ...{ name, publisher, version, engines },
    main: './main.js',
    extensionKind: ['workspace'],
    contributes: {
      viewsContainers: { activitybar: [{ id: 'briefings', title: 'Briefings', icon }] },
      views: { briefings: [{ id: 'briefings.library', name: 'Library', icon }] },
    },
  };
  const main = `
    const { TreeItem, window } = require('vscode');
    exports.activate = ({ subscriptions }) => {
      const treeDataProvider = { getChildren: () => ['${row}'], getTreeItem: (label) => new TreeItem(label) };
      subscriptions.push(window.createTreeView('briefings.library', { treeDataProvider }));
    };`;
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  fs.writeFileSync(path.join(folder, 'main.js'), main);
  fs.copyFileSync(path.join(REPO, 'media', 'briefings.svg'), path.join(folder, icon));
}
