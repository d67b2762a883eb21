import * as vscode from 'vscode';
import { type Levels, levelsIn } from '../language/rules.ts';
import type { ReaderStyle } from '../reader/messages.ts';

/** The limits of the reader's font size, in px. */
export const MIN_FONT_SIZE = 8;
export const MAX_FONT_SIZE = 48;

/** Maximum number of saved searches: more would leave no room for the briefings. */
export const MAX_SEARCHES = 50;

/** The settings, validated: a settings file can hold anything. */
export interface Settings {
  /** Globs, relative to each workspace folder. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Paths of folders outside of the workspace. */
  readonly folders: readonly string[];
  readonly showBundled: boolean;
  /** The path of the template for new briefings; '' for the built-in one. */
  readonly template: string;
  /** When an item counts as read. */
  readonly markRead: 'opened' | 'viewed' | 'end' | 'manual';
  readonly savedSearches: readonly SavedSearch[];
  /** The feeds, as the settings file has them. The code that parses them reports the faults. */
  readonly sources: readonly unknown[];
  /** How often the sources are checked. */
  readonly sourcesRefresh: 'manual' | 'daily' | 'hourly';
  /** For how many days the files of sources are kept. */
  readonly sourcesKeep: number;
  /** The severity of each lint rule in a briefing that is being written. */
  readonly lint: Levels;
  /** Whether the editor shows the number of sources after each takeaway. */
  readonly showSourceCounts: boolean;
  readonly reader: ReaderSettings;
}

/** A search that is saved under a name. */
export interface SavedSearch {
  readonly name: string;
  readonly query: string;
}

/** How the reader looks. */
export interface ReaderSettings {
  /** In px; null: like the Markdown preview. */
  readonly fontSize: number | null;
  /** A multiple of the font size; null: like the Markdown preview. */
  readonly lineHeight: number | null;
  /** The width of a line, in characters. */
  readonly width: number;
  readonly showEmoji: boolean;
  /** Which images are loaded without asking. */
  readonly images: 'off' | 'local' | 'all';
  /** The view for briefings for which the user has not chosen one. */
  readonly view: 'auto' | 'items' | 'whole';
}

/**
 * Returns the settings. Each is looked up only when it is accessed: a start needs few of them, and VS Code's lookups
 * are slow.
 */
export function settings(): Settings {
  const section = vscode.workspace.getConfiguration('briefings');
  return {
    get include() {
      return stringsIn(section.get('include'));
    },
    get exclude() {
      return stringsIn(section.get('exclude'));
    },
    get folders() {
      return stringsIn(section.get('folders'));
    },
    get showBundled() {
      return section.get('showBundled') !== false;
    },
    get template() {
      const template: unknown = section.get('template');
      return typeof template === 'string' ? template : '';
    },
    get markRead() {
      const rule: unknown = section.get('markRead');
      return rule === 'opened' || rule === 'end' || rule === 'manual' ? rule : 'viewed';
    },
    get savedSearches() {
      return searchesIn(section.get('savedSearches')).slice(0, MAX_SEARCHES);
    },
    get sources() {
      const sources: unknown = section.get('sources');
      return Array.isArray(sources) ? (sources as unknown[]) : [];
    },
    get sourcesRefresh() {
      const refresh: unknown = section.get('sourcesRefresh');
      return refresh === 'daily' || refresh === 'hourly' ? refresh : 'manual';
    },
    get sourcesKeep() {
      return clamp(section.get('sourcesKeep'), 1, 36_500, 60);
    },
    get lint() {
      return levelsIn(section.get('lint'));
    },
    get showSourceCounts() {
      return section.get('showSourceCounts') === true;
    },
    get reader() {
      return readerSettings();
    },
  };
}

/** Returns the valid searches in a setting. Of two with the same name, the last one counts. */
export function searchesIn(value: unknown): SavedSearch[] {
  const found = new Map<string, SavedSearch>();
  for (const one of Array.isArray(value) ? (value as unknown[]) : []) {
    const { name, query } = (one ?? {}) as Partial<Record<keyof SavedSearch, unknown>>;
    if (typeof name === 'string' && typeof query === 'string' && name.trim() !== '' && query.trim() !== '')
      found.set(name.trim(), { name: name.trim(), query });
  }
  return [...found.values()];
}

export function stringsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

function readerSettings(): ReaderSettings {
  const section = vscode.workspace.getConfiguration('briefings.reader');
  const images: unknown = section.get('images');
  const view: unknown = section.get('view');
  return {
    fontSize: clamp(section.get('fontSize'), MIN_FONT_SIZE, MAX_FONT_SIZE, null),
    lineHeight: clamp(section.get('lineHeight'), 1, 3, null),
    width: clamp(section.get('width'), 30, 200, 68),
    showEmoji: section.get('showEmoji') !== false,
    images: images === 'off' || images === 'all' ? images : 'local',
    view: view === 'items' || view === 'whole' ? view : 'auto',
  };
}

/**
 * Returns the reader's style: the extension's own settings, or else those of VS Code's Markdown preview, since its font
 * is probably the preferred one.
 */
export function readerStyle(): ReaderStyle {
  const preview = vscode.workspace.getConfiguration('markdown.preview');
  const own = readerSettings();
  return {
    family: preview.get<string>('fontFamily') ?? 'system-ui, sans-serif',
    size: own.fontSize ?? clamp(preview.get('fontSize'), MIN_FONT_SIZE, MAX_FONT_SIZE, 14),
    lineHeight: own.lineHeight ?? clamp(preview.get('lineHeight'), 1, 3, 1.6),
    width: own.width,
    emoji: own.showEmoji,
  };
}

function clamp<T extends number | null>(
  value: unknown,
  least: number,
  most: number,
  otherwise: T,
): number | T {
  return typeof value === 'number' && Number.isFinite(value)
    ? Math.min(most, Math.max(least, value))
    : otherwise;
}
