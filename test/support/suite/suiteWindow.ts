import type { Browser, Page } from 'playwright-core';
import { remoteUri, type Server, workbenchUrl } from '../vscode/host.ts';
import { REPO } from '../paths.ts';

/** Opens a window on a folder that runs a bundled suite in its extension host, which says in files what it has to say. */
export async function openSuite(
  server: Server,
  browser: Browser,
  folder: string,
  suite: string,
  extension = REPO,
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  // VS Code runs the suite only where somebody listens to it.
  await page.exposeFunction('codeAutomationLog', () => undefined);
  await page.exposeFunction('codeAutomationExit', () => undefined);
  const payload = [
    ['extensionDevelopmentPath', remoteUri(server, extension)],
    ['extensionTestsPath', remoteUri(server, suite)],
  ] as const;
  await page.goto(workbenchUrl(server, { folder, payload }));
  return page;
}
