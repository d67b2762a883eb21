import * as vscode from 'vscode';
import { takeawayKey } from '../../briefing/wordsKey.ts';
import { findByKey } from '../../library/findByKey.ts';
import { takeawaysIn } from '../../library/items.ts';
import type { Library } from '../../library/library.ts';
import type { Logger } from '../../library/ports.ts';
import { type BriefingLink, readLinkPath } from '../../share/link.ts';
import { HumanError } from '../humanError.ts';
import type { Readers } from '../reader/readers.ts';
import { reportError } from '../reportError.ts';

export interface LinkTarget {
  readonly library: Library;
  readonly readers: Readers;
  /** When there is something to look among; then, when the library knows of all its briefings. */
  readonly known: Promise<void>;
  readonly ready: Promise<void>;
}

/** Opens the links that Copy Link makes. Anybody can write one: it shows what this library has, and does nothing else. */
export class LinkHandler implements vscode.UriHandler {
  readonly #target: LinkTarget;
  readonly #log: Logger;

  constructor(target: LinkTarget, log: Logger) {
    this.#target = target;
    this.#log = log;
  }

  /** Never rejects: VS Code would say nothing of it. */
  async handleUri(uri: vscode.Uri): Promise<void> {
    try {
      await this.#open(uri);
    } catch (error) {
      // What is said has to be seen, whichever reader is open.
      reportError(error, this.#log, () => false);
    }
  }

  async #open({ path }: vscode.Uri): Promise<void> {
    const link = readLinkPath(path);
    if (!link) throw new HumanError(vscode.l10n.t('This is no link to a briefing.'));
    const { library, readers, known, ready } = this.#target;
    await known;
    let uri = find(library, link);
    if (uri === undefined) {
      await ready;
      uri = find(library, link);
    }
    const opened = uri === undefined ? undefined : await library.open(uri);
    if (uri === undefined || opened?.kind !== 'briefing') throw new HumanError(missing(link));
    const takeaway = takeawaysIn(opened.briefing.sections).find((one) => takeawayKey(one) === link.takeaway);
    readers.open(uri, opened.briefing, { id: takeaway?.id });
  }
}

function find({ entries }: Library, { briefing, takeaway }: BriefingLink): string | undefined {
  return findByKey(entries, takeaway ?? briefing, briefing)?.uri;
}

/** All that the link itself knows. */
function missing({ title, label }: BriefingLink): string {
  const { t } = vscode.l10n;
  return label === undefined
    ? t('The briefing “{0}” is not in this library.', title)
    : t('“{0}” of the briefing “{1}” is not in this library.', label, title);
}
