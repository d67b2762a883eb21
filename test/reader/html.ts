import assert from 'node:assert/strict';
import type { PageContent } from '../../src/reader/content.ts';
import { pageHtml } from '../../src/reader/page.ts';
import type { PageData } from '../../src/reader/pageData.ts';
import { contentOf, RESOURCES } from './content.ts';

/** A small briefing with one of everything. */
export const TEXT = `---
title: Harbour
date: 2026-03-02
lang: pt-BR
---
Lede.

## In brief

- **Quay:** closed 🚧
- Fog [2]
- 🌊 High tide

## Sources

1. One
2. [Two](https://two.example)`;

/** The ids of its items: the lede, Quay, Fog, High tide. */
export const IDS = contentOf(TEXT).cards.map(({ id }) => id);

/** The whole document. */
export function page(more: Partial<PageContent> = {}, text = TEXT): string {
  return pageHtml(contentOf(text, more), RESOURCES);
}

/** The visible words of the page before any script runs. */
export function textOf(html: string): string {
  return unescaped(html.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');
}

function unescaped(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

/** The HTML of each card. The last one is the end. */
export function cards(html: string): string[] {
  const [, data = '[]'] = /<script type="application\/json" id="cards">(.*?)<\/script>/s.exec(html) ?? [];
  return (JSON.parse(data) as [id: string, html: string][]).map(([, card]) => card);
}

/** The part of the page from one tag up to another. */
export function part(html: string, start: string, end: string): string {
  const from = html.indexOf(start);
  assert.ok(from >= 0, start);
  return html.slice(from, html.indexOf(end, from) + end.length);
}

/** The value of the first attribute with this name. */
export function attribute(html: string, name: string): string | undefined {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(html)?.[1];
  return value === undefined ? undefined : unescaped(value);
}

/** The data that the script gets. */
export function dataOf(html: string): PageData {
  return JSON.parse(attribute(part(html, '<body', '>'), 'data-page') ?? '') as PageData;
}

/** Each directive with its values. */
export function policy(html: string): Record<string, string[]> {
  const [, csp = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html) ?? [];
  return Object.fromEntries(
    unescaped(csp)
      .split('; ')
      .map((directive) => {
        const [name = '', ...values] = directive.split(' ');
        return [name, values] as const;
      }),
  );
}
