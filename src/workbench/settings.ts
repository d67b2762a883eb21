import * as vscode from 'vscode';
import type { ReaderFont } from '../reader/messages.ts';

/** The settings that the sources depend on. */
export interface SourceSettings {
  /** Globs, relative to each workspace folder. */
  readonly include: readonly string[];
  readonly showBundled: boolean;
}

export function sourceSettings(): SourceSettings {
  const settings = vscode.workspace.getConfiguration('briefings');
  const include: unknown = settings.get('include');
  return {
    // A settings file can hold anything.
    include: Array.isArray(include) ? include.filter((glob): glob is string => typeof glob === 'string') : [],
    showBundled: settings.get('showBundled') !== false,
  };
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
