import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { REPO } from '../paths.ts';
import { NEWEST } from '../versions.ts';

/**
 * Runs a bundled suite in VS Code's own extension host, with a folder open. Returns the JSON that the suite wrote to
 * the file named by the environment variable `HOST_RESULT`. `dataDir`: VS Code's settings and storage, kept between
 * runs.
 */
export async function measureInHost(
  suite: string,
  workspace: string,
  dataDir: string,
  env: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  fs.mkdirSync(dataDir, { recursive: true });
  const result = path.join(dataDir, 'host-result.json');
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      'test/support/vscode/runWorkbench.ts',
      NEWEST.version,
      'node',
      'launcher',
      workspace,
      suite,
    ],
    {
      cwd: REPO,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...env, HOST_RESULT: result, TEST_DATA_DIR: dataDir, TEST_TIMEOUT: '300' },
    },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(child, 'exit');
  if (!fs.existsSync(result)) throw new Error(`The run in VS Code gave no result.\n${said.slice(-2000)}`);
  const found: unknown = JSON.parse(fs.readFileSync(result, 'utf8'));
  fs.rmSync(result);
  return found;
}
