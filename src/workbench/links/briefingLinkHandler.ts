import * as vscode from 'vscode';
import type { OpenedBriefing } from '../../library/entry.ts';
import { findByKey } from '../../library/entryQueries.ts';
import { itemByKey } from '../../briefing/briefingContents.ts';
import type { Library } from '../../library/library.ts';
import type { Logger } from '../../library/ports.ts';
import { type BriefingLink, readLinkPath } from '../../share/link.ts';
import { HumanError, reportError } from '../errors.ts';
import type { Readers } from '../reader/readers.ts';

export interface LinkHandlerParts {
  readonly library: Library;
  readonly readers: Readers;
  /** Resolves when there is something to search. */
  readonly contentKnown: Promise<void>;
  /** Resolves when the library knows all its briefings. */
  readonly allFilesRead: Promise<void>;
}

/**
 * Opens links made by Copy Briefing Link. Anybody can write such a link, so it can only show something of this library.
 */
export class BriefingLinkHandler implements vscode.UriHandler {
  readonly #target: LinkHandlerParts;
  readonly #logger: Logger;

  constructor(target: LinkHandlerParts, logger: Logger) {
    this.#target = target;
    this.#logger = logger;
  }

  /** Never rejects: VS Code would not show the error. */
  async handleUri(uri: vscode.Uri): Promise<void> {
    try {
      await this.#open(uri);
    } catch (error) {
      // Shown in a notification, because an open reader may be hidden.
      reportError(error, this.#logger, () => false);
    }
  }

  async #open({ path }: vscode.Uri): Promise<void> {
    const link = readLinkPath(path);
    if (!link) throw new HumanError(vscode.l10n.t('This link does not lead to a briefing.'));
    const { readers } = this.#target;
    const opened = await readers.ifStillWanted(undefined, this.#find(link));
    if (!opened) return;
    const { uri, briefing } = opened;
    readers.open(uri, briefing, { id: itemByKey(briefing, link.item ?? '')?.id });
  }

  async #find(link: BriefingLink): Promise<OpenedBriefing> {
    const { library, contentKnown, allFilesRead } = this.#target;
    await contentKnown;
    let uri = find(library, link);
    if (uri === undefined) {
      await allFilesRead;
      uri = find(library, link);
    }
    const opened = uri === undefined ? undefined : await library.open(uri);
    if (opened?.kind !== 'briefing') throw new HumanError(notFoundMessage(link));
    return opened;
  }
}

function find({ entries }: Library, { briefing, item }: BriefingLink): string | undefined {
  return findByKey(entries, item ?? briefing, briefing)?.uri;
}

/** Returns a message with everything that the link itself says about its target. */
function notFoundMessage({ title, label }: BriefingLink): string {
  const { t } = vscode.l10n;
  return label === undefined
    ? t('The briefing “{0}” was not found in your library.', title)
    : t('“{0}” in the briefing “{1}” was not found in your library.', label, title);
}
