import fs from 'node:fs';
import path from 'node:path';
import type { VsCode } from '../versions.ts';

export interface ServerOptions {
  readonly version: VsCode;
  /** User settings, on top of the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Environment variables of the extension host. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where installed extensions are; else below `dataDir`. */
  readonly extensionsDir?: string;
  /** Settings, storage and logs. Without one the server gets a new folder, which is removed when it stops. */
  readonly dataDir?: string;
  readonly port?: number;
  /**
   * What tests need, on unless refused: the payload of workbenchUrl is honoured, links leave without a question,
   * and the server ends by itself when its page is gone. It also keeps VS Code from showing toasts.
   */
  readonly smokeTestDriver?: boolean;
  /** Links ask before they leave, also with the driver. */
  readonly linkProtection?: boolean;
  /** With one, only a URL that carries it is answered. */
  readonly connectionToken?: string;
  /** Asks whether a folder is trusted; else every folder is. */
  readonly workspaceTrust?: boolean;
  readonly args?: readonly string[];
}

const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.autofetch': false,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** What is said to the server on its command line. */
export function serverArguments(options: ServerOptions, dataDir: string): string[] {
  const {
    connectionToken,
    extensionsDir,
    port = 0,
    smokeTestDriver = true,
    linkProtection = false,
    workspaceTrust = false,
    args = [],
  } = options;
  const forTests = [
    '--enable-smoke-test-driver',
    ...(linkProtection ? [] : ['--link-protection-trusted-domains=*']),
    '--enable-remote-auto-shutdown',
    '--reconnection-grace-time=30',
  ];
  return [
    ...[
      '--host=127.0.0.1',
      `--port=${port}`,
      '--accept-server-license-terms',
      `--server-data-dir=${dataDir}`,
    ],
    connectionToken === undefined ? '--without-connection-token' : `--connection-token=${connectionToken}`,
    ...['--telemetry-level=off', '--disable-update-check', '--disable-getting-started-override'],
    ...(extensionsDir === undefined ? [] : [`--extensions-dir=${extensionsDir}`]),
    ...(workspaceTrust ? [] : ['--disable-workspace-trust']),
    ...(smokeTestDriver ? forTests : []),
    ...args,
  ];
}

/** Writes the user settings. Those that are already there are somebody's own: they stay. */
export function seedSettings(dataDir: string, settings: Readonly<Record<string, unknown>>): void {
  const file = path.join(dataDir, 'data', 'User', 'settings.json');
  if (fs.existsSync(file)) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify({ ...QUIET_SETTINGS, ...settings }, undefined, 2));
}
