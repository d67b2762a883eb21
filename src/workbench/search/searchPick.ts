import * as vscode from 'vscode';
import { isEmptyQuery } from '../../search/query.ts';
import type { ReadState } from '../../library/tree/grouping.ts';
import { Contexts } from '../contexts.ts';
import { withoutIcons } from '../notify.ts';
import {
  filterRows,
  type FilterRow,
  type FoundRow,
  foundRows,
  isHit,
  noteRow,
  problemRow,
  separatorRow,
  type FoundItem,
} from './foundRows.ts';
import type { Finder } from './finder.ts';
import type { SavedSearches } from './savedSearches.ts';

/** The maximum number of hits. To narrow them down, a person adds a word. */
const MAX_HITS = 100;

export interface SearchPickParts {
  readonly finder: Finder;
  readonly state: ReadState;
  readonly saved: SavedSearches;
  readonly history: SearchHistory;
}

/** What a person has chosen to do with a search. */
export type SearchChoice =
  | { readonly kind: 'open'; readonly hit: FoundItem; readonly toSide: boolean }
  | { readonly kind: 'save'; readonly query: string };

/** A row that puts a query into the box. */
interface QueryRow extends vscode.QuickPickItem {
  readonly query: string;
}

type Row = vscode.QuickPickItem | FoundRow | QueryRow | FilterRow;

/** The search box. It shows hits while the person types, best first. */
export class SearchPick {
  readonly #parts: SearchPickParts;
  readonly #pick = vscode.window.createQuickPick<Row>();
  readonly #contexts = new Contexts();
  readonly #saveButton: vscode.QuickInputButton;
  readonly #sideButton: vscode.QuickInputButton;
  #choice: SearchChoice | undefined;

  constructor(parts: SearchPickParts, query: string) {
    const { t } = vscode.l10n;
    this.#parts = parts;
    this.#saveButton = { iconPath: new vscode.ThemeIcon('save'), tooltip: t('Save Search') };
    this.#sideButton = { iconPath: new vscode.ThemeIcon('split-horizontal'), tooltip: t('Open to the Side') };
    const pick = this.#pick;
    pick.title = t('Search Briefings');
    pick.placeholder = t('Words, "a phrase", -without, is:unread, site:, after: …');
    pick.value = query;
    // VS Code would sort by its own matching. `sortByLabel` has worked for years, but is missing in its types.
    Object.assign(pick, { sortByLabel: false });
    pick.onDidChangeValue(() => {
      this.#show();
    });
    pick.onDidAccept(() => {
      this.accept(false);
    });
    pick.onDidTriggerButton(() => {
      const text = pick.value.trim();
      if (text !== '') this.#end({ kind: 'save', query: text });
    });
    pick.onDidTriggerItemButton(({ item }) => {
      if ('hit' in item) this.#end({ kind: 'open', hit: item.hit, toSide: true });
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

  /** Does what the active row is for. */
  accept(toSide: boolean): void {
    const { items, activeItems } = this.#pick;
    const chosen = activeItems.find((one) => items.includes(one));
    // A fast typist is ahead of VS Code's events about the rows: then the first hit is meant.
    this.#take(chosen && !isNote(chosen) ? chosen : items.find(isHit), toSide);
  }

  #take(row: Row | undefined, toSide: boolean): void {
    if (!row) return;
    if ('hit' in row) this.#end({ kind: 'open', hit: row.hit, toSide });
    else if ('query' in row) this.#search(row.query);
    else if ('filter' in row) this.#search(`${this.#pick.value}${row.filter}`);
  }

  #end(choice: SearchChoice): void {
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
    pick.items = isEmpty ? this.#suggestions() : this.#found(pick.value);
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

  #found(text: string): Row[] {
    const { t } = vscode.l10n;
    const { query, hits, hasMore } = this.#parts.finder.findPartial(text, MAX_HITS);
    const buttons = [this.#sideButton];
    const rows = foundRows(hits, text, this.#parts.state).map((row) =>
      isHit(row) ? { ...row, buttons } : row,
    );
    const notes = query.problems.map(problemRow);
    if (rows.length === 0 && notes.length === 0 && !isEmptyQuery(query))
      notes.push(
        this.#parts.finder.index.pendingCount !== 0
          ? noteRow(t('No results yet. Some briefings are still being indexed.'))
          : noteRow(t('No results. Remove a word or a filter.')),
      );
    const more = hasMore ? [noteRow(t('More results. Add a word to narrow them down.'))] : [];
    return isEmptyQuery(query) ? [...notes, ...filterRows()] : [...notes, ...rows, ...more];
  }

  /** Returns the rows for an empty box: saved searches, earlier searches and filters. */
  #suggestions(): Row[] {
    const { t } = vscode.l10n;
    const { saved, history } = this.#parts;
    const searches = saved.all.map(({ name, query }) => queryRow('bookmark', name, query));
    const recent = history.all.map((query) => queryRow('history', query, query));
    return [
      ...(searches.length > 0 ? [separatorRow(t('Saved Searches')), ...searches] : []),
      ...(recent.length > 0 ? [separatorRow(t('Recent Searches')), ...recent] : []),
      separatorRow(t('Filters')),
      ...filterRows(),
    ];
  }
}

/** Whether a row only says something. */
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

const STORAGE_KEY = 'search.history';
const MAX_HISTORY = 10;

/** The latest queries, newest first. */
export class SearchHistory {
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  get all(): readonly string[] {
    const kept: unknown = this.#memento.get(STORAGE_KEY);
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : [];
  }

  add(query: string): void {
    const text = query.trim();
    if (text === '') return;
    void this.#memento.update(
      STORAGE_KEY,
      [text, ...this.all.filter((one) => one !== text)].slice(0, MAX_HISTORY),
    );
  }
}
