import * as vscode from 'vscode';
import type { ReaderFont } from '../reader/messages.ts';

/** What a person has set. A settings file can hold anything. */
export interface Settings {
  /** Globs, relative to each workspace folder. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Paths of folders outside of the workspace. */
  readonly folders: readonly string[];
  readonly showBundled: boolean;
  /** When a takeaway counts as read. */
  readonly markRead: 'opened' | 'viewed' | 'end' | 'manual';
}

export function settings(): Settings {
  const section = vscode.workspace.getConfiguration('briefings');
  const markRead: unknown = section.get('markRead');
  return {
    include: texts(section.get('include')),
    exclude: texts(section.get('exclude')),
    folders: texts(section.get('folders')),
    showBundled: section.get('showBundled') !== false,
    markRead: markRead === 'opened' || markRead === 'end' || markRead === 'manual' ? markRead : 'viewed',
  };
}

export function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** The font of VS Code's own Markdown preview: whoever has set it wants to read in it. */
export function readerFont(): ReaderFont {
  const settings = vscode.workspace.getConfiguration('markdown.preview');
  return {
    family: settings.get<string>('fontFamily') ?? 'system-ui, sans-serif',
    size: clamp(settings.get('fontSize'), 8, 48, 14),
    lineHeight: clamp(settings.get('lineHeight'), 1, 3, 1.6),
  };
}

function clamp(value: unknown, least: number, most: number, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value)
    ? Math.min(most, Math.max(least, value))
    : otherwise;
}
