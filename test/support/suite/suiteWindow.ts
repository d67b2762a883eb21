import type { Browser, Page } from 'playwright-core';
import { remoteUri, type Server, workbenchUrl } from '../vscode/host.ts';
import { REPO } from '../paths.ts';

/** Opens a window on a folder and runs a bundled suite in its extension host. The suite reports through files. */
export async function openSuite(
  server: Server,
  browser: Browser,
  folder: string,
  suite: string,
  extension = REPO,
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  // VS Code runs the suite only if these functions exist.
  await page.exposeFunction('codeAutomationLog', () => undefined);
  await page.exposeFunction('codeAutomationExit', () => undefined);
  const payload = [
    ['extensionDevelopmentPath', remoteUri(server, extension)],
    ['extensionTestsPath', remoteUri(server, suite)],
  ] as const;
  await page.goto(workbenchUrl(server, { folder, payload }));
  return page;
}
