import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { scripts } from '../../package.json';
import launch from '../../.vscode/launch.json';
import { tasks } from '../../.vscode/tasks.json';
import { REPO } from '../support/paths.ts';

describe('The debugger', () => {
  const labels = tasks.map(({ label }) => label);

  it('starts only tasks, scripts and files that exist', () => {
    for (const configuration of launch.configurations) {
      const { preLaunchTask, postDebugTask } = configuration as Readonly<Record<string, unknown>>;
      for (const task of [preLaunchTask, postDebugTask])
        assert.ok(task === undefined || labels.includes(task as string));
    }
    for (const { script } of tasks as readonly { readonly script?: string }[])
      assert.ok(script === undefined || script in scripts, script);
    const text = JSON.stringify([launch, tasks]);
    const files = [...text.matchAll(/"(?:\$\{workspaceFolder\}|\.)?\/?((?:test|node_modules)\/[^"*]+)"/g)];
    assert.ok(files.length >= 3);
    for (const [, file = ''] of files) assert.ok(fs.existsSync(path.join(REPO, file)), file);
  });

  it('ends what a configuration has started', () => {
    const background = tasks.filter((task) => task.isBackground).map(({ label }) => label);
    const text = fs.readFileSync(path.join(REPO, '.vscode/tasks.json'), 'utf8');
    for (const label of background) assert.ok(text.includes(`"args": "${label}"`), label);
  });
});
