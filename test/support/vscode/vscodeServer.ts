import fs from 'node:fs';
import path from 'node:path';
import { makeOnce, npm, unpack } from './npmPackage.ts';
import { DOWNLOADS } from '../paths.ts';
import { STUBS } from './stubs.ts';
import { NEWEST, NODE, OLDEST, type VsCode } from '../versions.ts';

const PLATFORM = `${process.platform}-${process.arch}`;

/** Parts of the server that no test needs: more than half of its size. */
const UNUSED = [
  'extensions/copilot',
  'extensions/mermaid-markdown-features',
  'extensions/microsoft-authentication',
  'extensions/ms-vscode.js-debug',
  'extensions/ms-vscode.js-debug-companion',
  'extensions/ms-vscode.vscode-js-profile-table',
  'extensions/tunnel-forwarding',
  'node_modules/@devcontainers',
  'node_modules/@github',
  'node_modules/@microsoft/mxc-sdk',
  'node_modules/@vscode/windows-process-tree',
  'node_modules/@vscode/windows-registry',
  'node_modules/node-pty/deps',
  'node_modules/node-pty/third_party',
];

/** Installs VS Code's server below .vscode-test, if necessary, and returns its folder. */
export function installServer(vscode: VsCode): string {
  if (process.platform === 'win32') {
    throw new Error(
      'On Windows the tests run in desktop VS Code only. Install it from https://code.visualstudio.com and try again.',
    );
  }
  const folder = path.join(DOWNLOADS, `server-${vscode.version}`);
  // The oldest version has no prebuilt binaries: see borrowBinaries.
  const lender = vscode === OLDEST ? installServer(NEWEST) : undefined;
  makeOnce(folder, (unfinished) => {
    console.log(`Getting VS Code ${vscode.version} (about ${vscode.megabytes} MB) …`);
    unpack(vscode.server, 'lib/vscode', unfinished);
    // The package contains an npm-shrinkwrap.json, so the pinned integrity covers its dependencies as well.
    npm(unfinished, ['ci', '--omit=dev', '--legacy-peer-deps']);
    replaceNativeModules(unfinished);
    trim(unfinished);
    if (lender !== undefined) borrowBinaries(unfinished, lender);
  });
  return folder;
}

/** The path of the Node that runs a server: the current one if it is new enough, else a downloaded one. */
export function nodeFor(vscode: VsCode): string {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const enough = major > vscode.node[0] || (major === vscode.node[0] && minor >= vscode.node[1]);
  return enough ? process.execPath : installNode();
}

/**
 * Installs a newer Node below .vscode-test and returns the path of its executable. It is not a dependency of the
 * package, because npm would then prefer it to the machine's own in every script.
 */
function installNode(): string {
  const pin = NODE.packages[PLATFORM];
  if (!pin) {
    throw new Error(
      `VS Code ${NEWEST.version} needs Node ${NEWEST.node.join('.')} or newer: please update Node.`,
    );
  }
  const folder = path.join(DOWNLOADS, `node-${NODE.version}`);
  makeOnce(folder, (unfinished) => {
    console.log(`Getting Node ${NODE.version} for VS Code ${NEWEST.version} (about ${NODE.megabytes} MB) …`);
    unpack(pin, 'bin', unfinished);
  });
  return path.join(folder, 'node');
}

function replaceNativeModules(server: string): void {
  for (const [name, text] of Object.entries(STUBS)) {
    const file = path.join(server, 'node_modules', name);
    // The watchdog was renamed between the two versions, so only one of the names exists.
    if (fs.existsSync(path.dirname(file))) fs.writeFileSync(file, text);
  }
}

function trim(server: string): void {
  for (const unused of UNUSED) fs.rmSync(path.join(server, unused), { recursive: true, force: true });
  for (const folder of ['@vscode/ripgrep-universal/bin', 'node-pty/prebuilds']) {
    const binaries = path.join(server, 'node_modules', folder);
    if (!fs.existsSync(binaries)) continue;
    for (const platform of fs.readdirSync(binaries)) {
      if (platform !== PLATFORM) fs.rmSync(path.join(binaries, platform), { recursive: true });
    }
  }
  for (const file of fs.readdirSync(server, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.map')) fs.rmSync(path.join(server, file), { recursive: true, force: true });
  }
}

/** Copies the binaries of search and terminal, which the older server would fetch or compile, from the newer server. */
function borrowBinaries(server: string, lender: string): void {
  const loans = {
    '@vscode/ripgrep/bin/rg': `@vscode/ripgrep-universal/bin/${PLATFORM}/rg`,
    'node-pty/build/Release/pty.node': `node-pty/prebuilds/${PLATFORM}/pty.node`,
  };
  for (const [to, from] of Object.entries(loans)) {
    const target = path.join(server, 'node_modules', to);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.copyFileSync(path.join(lender, 'node_modules', from), target);
  }
}
