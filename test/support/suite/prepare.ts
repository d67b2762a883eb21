import fs from 'node:fs';
import path from 'node:path';
import { OUT } from '../paths.ts';
import { testFiles } from '../testFiles.ts';
import { buildSuite } from './buildSuite.ts';
import { startWorkspace } from './testWorkspace.ts';

/*
 * Prepares what the debugger runs, and has its feeds until it is ended: see .vscode/tasks.json.
 *   tsx test/support/suite/prepare.ts <the beginning of the names of the files>
 */
async function main(name: string): Promise<void> {
  console.log('Preparing');
  const workspace = path.join(OUT, 'workspace');
  for (const folder of [workspace, `${workspace}-outside`])
    fs.rmSync(folder, { recursive: true, force: true });
  await buildSuite(testFiles('workbench', [name]));
  const { path: folder } = await startWorkspace(workspace);
  console.log(`Prepared ${folder}`);
  // The server of feeds keeps no process alive.
  setInterval(() => undefined, 2 ** 31 - 1);
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(`Error: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
