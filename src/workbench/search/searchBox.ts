import * as vscode from 'vscode';
import { isEmptyQuery } from '../../search/query.ts';
import type { ReadState } from '../../library/readState.ts';
import { ContextKeys } from '../contextKeys.ts';
import { withoutIcons } from '../notify.ts';
import { keepOrder, separatorRow } from '../quickPick.ts';
import {
  filterRows,
  type FilterRow,
  type ResultRow,
  resultRows,
  indexingRow,
  isHit,
  moreResultsRow,
  noteRow,
  problemRow,
  type ResultItem,
} from './resultRows.ts';
import type { Finder } from './finder.ts';
import type { SavedSearches } from './savedSearches.ts';
import type { SearchHistory } from './searchHistory.ts';

/** The maximum number of hits. To narrow them down, the user adds a word. */
const MAX_HITS = 100;

export interface SearchBoxParts {
  readonly finder: Finder;
  readonly state: ReadState;
  readonly savedSearches: SavedSearches;
  readonly history: SearchHistory;
}

/** What the user has chosen to do with a search. */
export type SearchChoice =
  | { readonly kind: 'open'; readonly hit: ResultItem; readonly toSide: boolean }
  | { readonly kind: 'save'; readonly query: string };

/** A row that puts a query into the box. */
interface QueryRow extends vscode.QuickPickItem {
  readonly query: string;
}

type Row = vscode.QuickPickItem | ResultRow | QueryRow | FilterRow;

/** The search box. It shows hits while the user types, best first. */
export class SearchBox {
  readonly #parts: SearchBoxParts;
  readonly #pick = vscode.window.createQuickPick<Row>();
  readonly #contexts = new ContextKeys();
  readonly #saveButton: vscode.QuickInputButton;
  readonly #sideButton: vscode.QuickInputButton;
  #choice: SearchChoice | undefined;

  constructor(parts: SearchBoxParts, query: string) {
    const { t } = vscode.l10n;
    this.#parts = parts;
    this.#saveButton = { iconPath: new vscode.ThemeIcon('save'), tooltip: t('Save Search') };
    this.#sideButton = { iconPath: new vscode.ThemeIcon('split-horizontal'), tooltip: t('Open to the Side') };
    const pick = this.#pick;
    pick.title = t('Search Briefings');
    pick.placeholder = t('Words, "a phrase", -without, is:unread, site:, after: …');
    pick.value = query;
    keepOrder(pick);
    pick.onDidChangeValue(() => {
      this.#show();
    });
    pick.onDidAccept(() => {
      this.accept(false);
    });
    pick.onDidTriggerButton(() => {
      const text = pick.value.trim();
      if (text !== '') this.#close({ kind: 'save', query: text });
    });
    pick.onDidTriggerItemButton(({ item }) => {
      if ('hit' in item) this.#close({ kind: 'open', hit: item.hit, toSide: true });
    });
  }

  /** Resolves with the choice when the box is closed. */
  async show(): Promise<SearchChoice | undefined> {
    const { index } = this.#parts.finder;
    const listener = index.onDidChange(() => {
      // The suggestions do not move under the pointer.
      if (this.#pick.value.trim() === '') this.#showProgress();
      else this.#show();
    });
    const hidden = new Promise<void>((resolve) => {
      this.#pick.onDidHide(resolve);
    });
    this.#contexts.set({ searching: true });
    this.#pick.show();
    this.#show();
    void index.start().then(() => {
      this.#show();
    });
    await hidden;
    listener.dispose();
    this.#contexts.set({ searching: false });
    this.#parts.history.add(this.#choice ? this.#pick.value : '');
    this.#pick.dispose();
    return this.#choice;
  }

  /** Accepts the active row. */
  accept(toSide: boolean): void {
    const { items, activeItems } = this.#pick;
    const chosen = activeItems.find((one) => items.includes(one));
    // If the user types faster than VS Code reports the active row, the first hit is meant.
    this.#acceptRow(chosen && !isNote(chosen) ? chosen : items.find(isHit), toSide);
  }

  #acceptRow(row: Row | undefined, toSide: boolean): void {
    if (!row) return;
    if ('hit' in row) this.#close({ kind: 'open', hit: row.hit, toSide });
    else if ('query' in row) this.#search(row.query);
    else if ('filter' in row) this.#search(`${this.#pick.value}${row.filter}`);
  }

  #close(choice: SearchChoice): void {
    this.#choice = choice;
    this.#pick.hide();
  }

  #search(query: string): void {
    this.#pick.value = query;
    this.#show();
  }

  #show(): void {
    const pick = this.#pick;
    const isEmpty = pick.value.trim() === '';
    pick.buttons = isEmpty ? [] : [this.#saveButton];
    pick.items = isEmpty ? this.#suggestions() : this.#resultRows(pick.value);
    // Makes the first hit active, rather than a note above it.
    const first = pick.items.find(isHit);
    if (first) pick.activeItems = [first];
    this.#showProgress();
  }

  #showProgress(): void {
    const { pendingCount } = this.#parts.finder.index;
    this.#pick.busy = pendingCount !== 0;
    this.#pick.title =
      pendingCount === undefined || pendingCount === 0
        ? vscode.l10n.t('Search Briefings')
        : vscode.l10n.t('Search Briefings (indexing, {0} left)', pendingCount);
  }

  #resultRows(text: string): Row[] {
    const { t } = vscode.l10n;
    const { query, hits, hasMore } = this.#parts.finder.findPartial(text, MAX_HITS);
    const buttons = [this.#sideButton];
    const rows = resultRows(hits, text, this.#parts.state).map((row) =>
      isHit(row) ? { ...row, buttons } : row,
    );
    const notes = query.problems.map(problemRow);
    if (rows.length === 0 && notes.length === 0 && !isEmptyQuery(query))
      notes.push(
        this.#parts.finder.index.pendingCount !== 0
          ? indexingRow()
          : noteRow(/\s/.test(text.trim()) ? t('No results. Remove a word or a filter.') : t('No results.')),
      );
    const more = hasMore ? [moreResultsRow()] : [];
    return isEmptyQuery(query) ? [...notes, ...filterRows()] : [...notes, ...rows, ...more];
  }

  /** Returns the rows for an empty box: saved searches, earlier searches and filters. */
  #suggestions(): Row[] {
    const { t } = vscode.l10n;
    const { savedSearches, history } = this.#parts;
    const searches = savedSearches.all.map(({ name, query }) => queryRow('bookmark', name, query));
    const recent = history.all.map((query) => queryRow('history', query, query));
    return [
      ...(searches.length > 0 ? [separatorRow(t('Saved Searches')), ...searches] : []),
      ...(recent.length > 0 ? [separatorRow(t('Recent Searches')), ...recent] : []),
      separatorRow(t('Filters')),
      ...filterRows(),
    ];
  }
}

/** Whether a row is only a note. */
function isNote(row: Row): boolean {
  return !isHit(row) && !('query' in row) && !('filter' in row);
}

function queryRow(icon: string, name: string, query: string): QueryRow {
  return {
    label: `$(${icon}) ${withoutIcons(name)}`,
    ...(name !== query && { description: withoutIcons(query) }),
    alwaysShow: true,
    query: `${query} `,
  };
}
