import * as vscode from 'vscode';
import { htmlToMarkdown } from '../../intake/htmlToMarkdown.ts';
import { readFeed } from '../../intake/readFeed.ts';
import type { CheckPorts } from '../../intake/feeds/checkFeed.ts';
import type { Network } from '../../intake/feeds/fetchFeed.ts';
import { DAY, HOUR } from '../../base/durations.ts';
import { truncationNote } from '../intake/truncationNote.ts';
import { settings } from '../settings.ts';
import type { FeedFolder } from './feedFolder.ts';

/** Returns what checking a source needs from outside. `folder`: undefined if the source has no files yet. */
export function checkPorts(fetching: Network, folder?: FeedFolder): CheckPorts {
  return {
    fetching,
    after: (time, over) => {
      const timer = setTimeout(over, time);
      return new vscode.Disposable(() => {
        clearTimeout(timer);
      });
    },
    now: Date.now,
    interval: settings().sourcesRefresh === 'hourly' ? HOUR : DAY,
    readFeed,
    toMarkdown: (html, address) => htmlToMarkdown(html, address, truncationNote()),
    read: (name) => folder?.read(name) ?? Promise.resolve(undefined),
  };
}
