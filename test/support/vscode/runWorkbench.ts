import { runTests } from '@vscode/test-electron';
import path from 'node:path';
import { REPO } from '../paths.ts';

/*
 * Runs the workbench suite once, in a separate process so that its output can be read:
 *   tsx test/support/vscode/runWorkbench.ts <version> <node|web> <launcher|desktop> <folder> <suite>
 */
const [version = '', host = '', where = '', folder = '', suite = ''] = process.argv.slice(2);
const desktop = where === 'desktop';

runTests({
  version,
  ...(desktop ? {} : { vscodeExecutablePath: path.join(__dirname, 'vscodeLauncher.ts') }),
  extensionDevelopmentPath: REPO,
  extensionTestsPath: suite,
  launchArgs: [folder, ...(desktop && host === 'web' ? ['--extensionDevelopmentKind=web'] : [])],
  extensionTestsEnv: { TEST_VSCODE_VERSION: version, TEST_VSCODE_HOST: host },
}).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
