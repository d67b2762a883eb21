import type { SectionKind } from './model.ts';

/**
 * The names that sections go by. A title is looked up whole (case, accents, marks and a colon at its end left out),
 * so that `Summary of changes to X` is prose. To teach the reader a name, add it to a line.
 */
const NAMES: Readonly<Record<Exclude<SectionKind, 'prose'>, readonly string[]>> = {
  takeaways: [
    'key takeaways, takeaways, key takeaway, main takeaways, the takeaways, top takeaways',
    'key points, main points, key messages, key findings, key insights, at a glance',
    'tl;dr, tldr, in brief, in short, the short version, the gist, bottom line, the bottom line',
    'highlights, highlight, executive summary, summary, top stories, action items',
    'puntos clave, por que importa, en resumen, points cles, a retenir, l essentiel, en bref',
    'punti chiave, in breve, das wichtigste in kurze, kernpunkte, auf einen blick',
    'pontos principais, destaques, 要点, 重点, 行动项, まとめ, 요점, ключевое, главное',
  ],
  references: [
    'references, reference, reference(s), original reference, original references',
    'sources, source, source(s), footnotes, bibliography, further reading, links, citations',
    'referencias, fuentes, enlaces, sources et references, notes de bas de page, quellen, einzelnachweise',
    'fonti, riferimenti, fontes, poznamky, 参考, 参考资料, 参考文献, 脚注, 来源, 出典, 참고, 출처, المصادر, источники',
  ],
};

const KINDS: ReadonlyMap<string, SectionKind> = new Map(
  Object.entries(NAMES).flatMap(([kind, lines]) =>
    lines.flatMap((line) => line.split(', ').map((name) => [foldTitle(name), kind as SectionKind] as const)),
  ),
);

/** What kind of section a title announces. */
export function kindOfTitle(title: string): SectionKind {
  return KINDS.get(foldTitle(title)) ?? 'prose';
}

/** `¿Por qué importa?` -> `por que importa`; `Reference(s):` -> `reference s`. Same fold, same title. */
export function foldTitle(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
