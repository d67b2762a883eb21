import * as vscode from 'vscode';
import type { ImportProgress } from './importFiles.ts';
import { plural } from '../plural.ts';

/** Delay before progress is shown, with a button to cancel, in ms. */
const TIMEOUT = 1000;

/** Runs an import, and shows its progress if it takes long. */
export async function withSlowProgress<T>(run: (progress: ImportProgress) => Promise<T>): Promise<T> {
  const { t } = vscode.l10n;
  const stop = new vscode.CancellationTokenSource();
  let show: (message: string) => void = () => undefined;
  const running = run({
    token: stop.token,
    report: (count) => {
      show(count === 1 ? t('1 briefing') : plural('{0} briefings', count));
    },
  });
  const timer = setTimeout(() => {
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: t('Importing briefings…'),
      cancellable: true,
    };
    void vscode.window.withProgress(options, async (progress, token) => {
      token.onCancellationRequested(() => {
        stop.cancel();
      });
      show = (message) => {
        progress.report({ message });
      };
      // The caller reports the error.
      await running.catch(() => undefined);
    });
  }, TIMEOUT);
  try {
    return await running;
  } finally {
    clearTimeout(timer);
    stop.dispose();
  }
}
