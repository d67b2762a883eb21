import type { BrowserContext, Page } from 'playwright-core';
import { EXTENSION_ID } from '../../../src/workbench/extensionId.ts';
import { REPO } from '../../support/paths.ts';
import type { VsCode } from '../../support/versions.ts';
import { remoteUri, type Server, workbenchUrl } from '../../support/vscode/host.ts';
import { sharedBrowser, sharedServer } from './sharedWindows.ts';

/** Which extension host the extension runs in: a Node process, or a web worker in the browser. */
export type HostKind = 'node' | 'web';

export interface WindowOptions {
  readonly version: VsCode;
  readonly host?: HostKind;
  /** The path or URI of the folder that is opened. */
  readonly folder?: string;
  /** The path of a folder with other installed extensions, which VS Code writes to. */
  readonly extensions?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Whether folders are untrusted. */
  readonly restricted?: boolean;
  /** The language that VS Code reports to the extension in the first window: its own interface stays English. */
  readonly language?: string;
  /** The path of the extension, if it is not this repository. */
  readonly extension?: string;
  /** Whether links are confirmed before they are opened, as they are for a person. */
  readonly linkProtection?: boolean;
}

/** A server of VS Code, and a browser with a page for its window. */
export interface Launched {
  readonly server: Server;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly folder: string | undefined;
  /** The address of the workbench, which the page is still to open. */
  readonly url: string;
}

/** Makes an empty page for a window, with a server of VS Code behind it. Only one at a time: see `leaveWindow`. */
export async function launchWorkbench(options: WindowOptions): Promise<Launched> {
  const { version, host = 'node', folder, settings = {}, restricted = false, language } = options;
  const { linkProtection = false } = options;
  const server = await sharedServer(
    {
      version,
      workspaceTrust: true,
      linkProtection,
      ...(options.extensions !== undefined && { extensionsDir: options.extensions }),
    },
    {
      ...settings,
      'security.workspace.trust.enabled': restricted,
      'security.workspace.trust.startupPrompt': 'never',
      ...(host === 'web' && { 'remote.extensionKind': { [EXTENSION_ID]: ['web'] } }),
    },
  );
  const { context } = await sharedBrowser();
  const page = await context.newPage();
  if (language !== undefined) await page.addInitScript({ content: shownIn(language) });
  const url = workbenchUrl(server, {
    ...(folder !== undefined && { folder }),
    payload: [['extensionDevelopmentPath', remoteUri(server, options.extension ?? REPO)]],
  });
  return { server, context, page, folder, url };
}

/** A script that sets the language of VS Code’s page. */
export function shownIn(language: string): string {
  return `globalThis._VSCODE_NLS_LANGUAGE = '${language}';`;
}
