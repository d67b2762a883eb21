import fs from 'node:fs';
import path from 'node:path';
import type { VsCode } from '../versions.ts';

export interface ServerOptions {
  readonly version: VsCode;
  /** User settings, in addition to `QUIET_SETTINGS`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Environment variables of the extension host. */
  readonly env?: Readonly<Record<string, string>>;
  /** The folder of installed extensions; by default below `dataDir`. */
  readonly extensionsDir?: string;
  /** The folder of settings, storage and logs. By default, a new folder, which is removed when the server stops. */
  readonly dataDir?: string;
  readonly port?: number;
  /**
   * Options for tests, on by default: the payload of workbenchUrl is used, links open without a question, and the
   * server ends by itself when its page is gone. VS Code also shows no toasts.
   */
  readonly smokeTestDriver?: boolean;
  /** VS Code asks before it opens links, even with `smokeTestDriver`. */
  readonly linkProtection?: boolean;
  /** If set, the server only accepts URLs with this token. */
  readonly connectionToken?: string;
  /** VS Code asks whether a folder is trusted; by default, every folder is. */
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

/** The command line arguments of the server. */
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

/** The file of the user's settings. */
export function settingsFile(dataDir: string): string {
  return path.join(dataDir, 'data', 'User', 'settings.json');
}

/** Writes the user settings. An existing file stays as it is, as a person may have edited it. */
export function seedSettings(dataDir: string, settings: Readonly<Record<string, unknown>>): void {
  const file = settingsFile(dataDir);
  if (fs.existsSync(file)) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify({ ...QUIET_SETTINGS, ...settings }, undefined, 2));
}
