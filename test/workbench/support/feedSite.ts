import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TreeNode } from '../../../src/library/tree/nodes.ts';
import { file, parts, run, until } from './parts.ts';

/** A response of the server: see test/support/feedServer.ts. */
export interface Page {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly isCut?: boolean;
  readonly isDripping?: boolean;
  readonly isClosed?: boolean;
}

/** A part of the feed server that only one suite uses. */
export class FeedSite {
  readonly origin: string;
  readonly #path: string;

  static async open(): Promise<FeedSite> {
    const bytes = await vscode.workspace.fs.readFile(file('feed-server.txt'));
    return new FeedSite(new TextDecoder().decode(bytes), `/${crypto.randomUUID()}`);
  }

  private constructor(origin: string, path: string) {
    this.origin = origin;
    this.#path = path;
  }

  url(name: string): string {
    return `${this.origin}${this.#path}/${name}`;
  }

  async put(name: string, page: Page): Promise<void> {
    const answer = await fetch(this.url(name), { method: 'PUT', body: JSON.stringify(page) });
    assert.equal(answer.status, 204);
  }

  /** The headers of each request for a page. */
  async asked(name: string): Promise<readonly Readonly<Record<string, string>>[]> {
    const answer = await fetch(`${this.origin}/asked`);
    const all = (await answer.json()) as { path: string; headers: Record<string, string> }[];
    return all.filter(({ path }) => path === `${this.#path}/${name}`).map(({ headers }) => headers);
  }
}

/** An RSS feed with an entry for each title. */
export function rss(title: string, ...entries: readonly string[]): string {
  const items = entries.map(
    (words, i) =>
      `<item><guid>${title}-${entries.length - i}</guid><title>${words}</title><link>https://harbour.example/${entries.length - i}</link>` +
      `<pubDate>Thu, 26 Nov 2026 0${entries.length - i}:00:00 GMT</pubDate><description>${words}, says the office.</description></item>`,
  );
  return `<rss version="2.0"><channel><title>${title}</title>${items.join('')}</channel></rss>`;
}

export async function setSources(
  sources: readonly { readonly url: string; readonly name?: string; readonly as?: string }[],
): Promise<void> {
  const section = vscode.workspace.getConfiguration('briefings');
  await section.update(
    'sources',
    sources.length === 0 ? undefined : sources,
    vscode.ConfigurationTarget.Global,
  );
  const { feeds } = await parts();
  await until('the sources', () => feeds.rows.length === sources.length);
}

/** The tree node of a source. */
export async function sourceNode(url: string): Promise<TreeNode> {
  const { tree } = await parts();
  const group = (await tree.getChildren()).find(({ kind }) => kind === 'sources');
  const sources = group ? await tree.getChildren(group) : [];
  const found = sources.find((one) => one.kind === 'source' && one.url === url);
  assert.ok(found);
  return found;
}

/** Removes all sources, and the files that they have brought in. */
export async function forgetSources(): Promise<void> {
  const { feeds, inbox } = await parts();
  if (feeds.rows.length > 0) {
    const engine = await feeds.engine();
    for (const source of engine.sources) await engine.forget(source);
  }
  await setSources([]);
  const section = vscode.workspace.getConfiguration('briefings');
  await section.update('sourcesRefresh', undefined, vscode.ConfigurationTarget.Global);
  try {
    await vscode.workspace.fs.delete(inbox.folder, { recursive: true });
  } catch {
    // The folder was never created.
  }
  await run('refresh');
}

/** The labels of all takeaways from sources, sorted. */
export async function brought(): Promise<string[]> {
  const { inbox, library } = await parts();
  await library.refresh();
  const labels: string[] = [];
  for (const { uri, kind } of library.entries) {
    if (kind !== 'briefing' || !inbox.holds(uri)) continue;
    const opened = await library.open(uri);
    if (opened?.kind !== 'briefing') continue;
    for (const section of opened.briefing.sections)
      for (const { label, text } of section.takeaways) labels.push(label ?? text);
  }
  return labels.sort();
}
