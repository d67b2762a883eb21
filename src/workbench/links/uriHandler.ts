import * as vscode from 'vscode';
import type { OpenedBriefing } from '../../library/entry.ts';
import { findByKey } from '../../library/entryQueries.ts';
import { itemByKey } from '../../library/progress/items.ts';
import type { Library } from '../../library/library.ts';
import type { Logger } from '../../library/ports.ts';
import { type BriefingLink, readLinkPath } from '../../share/link.ts';
import { HumanError, reportError } from '../errors.ts';
import type { Readers } from '../reader/readers.ts';

export interface LinkTarget {
  readonly library: Library;
  readonly readers: Readers;
  /** When there is something to look among; then, when the library knows of all its briefings. */
  readonly known: Promise<void>;
  readonly ready: Promise<void>;
}

/** Opens the links that Copy Briefing Link makes. Anybody can write one: it shows what this library has, and does nothing else. */
export class LinkHandler implements vscode.UriHandler {
  readonly #target: LinkTarget;
  readonly #logger: Logger;

  constructor(target: LinkTarget, logger: Logger) {
    this.#target = target;
    this.#logger = logger;
  }

  /** Never rejects: VS Code would say nothing of it. */
  async handleUri(uri: vscode.Uri): Promise<void> {
    try {
      await this.#open(uri);
    } catch (error) {
      // What is said has to be seen, whichever reader is open.
      reportError(error, this.#logger, () => false);
    }
  }

  async #open({ path }: vscode.Uri): Promise<void> {
    const link = readLinkPath(path);
    if (!link) throw new HumanError(vscode.l10n.t('This link does not lead to a briefing.'));
    const { readers } = this.#target;
    const opened = await readers.stillWanted(undefined, this.#find(link));
    if (!opened) return;
    const { uri, briefing } = opened;
    readers.open(uri, briefing, { id: itemByKey(briefing, link.item ?? '')?.id });
  }

  async #find(link: BriefingLink): Promise<OpenedBriefing> {
    const { library, known, ready } = this.#target;
    await known;
    let uri = find(library, link);
    if (uri === undefined) {
      await ready;
      uri = find(library, link);
    }
    const opened = uri === undefined ? undefined : await library.open(uri);
    if (opened?.kind !== 'briefing') throw new HumanError(missing(link));
    return opened;
  }
}

function find({ entries }: Library, { briefing, item }: BriefingLink): string | undefined {
  return findByKey(entries, item ?? briefing, briefing)?.uri;
}

/** All that the link itself knows. */
function missing({ title, label }: BriefingLink): string {
  const { t } = vscode.l10n;
  return label === undefined
    ? t('The briefing “{0}” was not found in your library.', title)
    : t('“{0}” in the briefing “{1}” was not found in your library.', label, title);
}
