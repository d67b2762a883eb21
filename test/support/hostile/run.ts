import fs from 'node:fs';
import path from 'node:path';
import type { PageContent } from '../../../src/reader/content.ts';
import { checkHtml, ELEMENTS } from '../../briefing/support/checkHtml.ts';
import { contentOf } from '../../reader/content.ts';
import { costs } from '../bench/cost.ts';
import { ownShapes } from '../bench/texts/ownShapes.ts';
import { hostileShapes } from '../bench/texts/shapes.ts';
import { ensureChromium } from '../browser.ts';
import { publishRun, type ReliabilityRow } from '../docs/reliabilityPage.ts';
import { REPO } from '../paths.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { makeAttacks, type Attack } from './attacks.ts';
import { checkDom, type CheckOptions } from './checkDom.ts';
import { tryLongLines } from './longLines.ts';
import { TARGETS } from './targets.ts';
import { fragmentsOf, inBatches, TRIED, writePage } from './pages.ts';

/*
 * npm run hostile            parses and renders all attacks, and checks all of them in a browser, twice; writes the
 *                            results into docs/reliability.md
 * npm run hostile -- core    only the attacks that `npm test` tries, too
 */
const HOSTILE = path.join(REPO, '..', 'shared', 'hostile');
const GENERATOR = path.join(HOSTILE, 'gen.mjs');
const CHECKER = path.join(HOSTILE, 'check-dom.mjs');

/** How long one attack may keep the reader busy, in ms. */
const MAX_TIME = 250;
/** How long it may take to parse, render, write and quote one long line, in ms of CPU time. */
const MAX_LINE_TIME = 500;

/** How many faults are printed at most. */
const NAMED = 40;

/** The attributes of the renderer's elements (by element in test/briefing/support/checkHtml.ts), and the page's own. */
const ATTRIBUTES = ['href', 'title', 'class', 'id', 'start', 'dir'];
const PAGE_ELEMENTS = ['article', 'b', 'button', 'details', 'kbd', 'path', 'summary', 'svg'];
const PAGE_ATTRIBUTES = [
  ...['lang', 'tabindex', 'hidden', 'data-id', 'data-position', 'data-where', 'data-choose'],
  ...['data-view', 'data-press', 'data-action', 'viewBox', 'd', 'fill', 'stroke', 'stroke-width'],
  ...['stroke-linecap', 'stroke-linejoin', 'role', 'popover'],
];
const PEACEFUL = '# Title\n\nLede.\n\n## Key takeaways\n\n- **Label:** one\n- two\n';

interface Rendered {
  readonly file: string;
  readonly content: PageContent;
  /** The time of parsing and rendering. */
  readonly milliseconds: number;
}

async function main(which: string | undefined): Promise<number> {
  const cost = await costs(which === 'core' ? ownShapes : await hostileShapes());
  console.log(`\nWhat a text may cost:\n\n${cost.lines.join('\n')}`);
  const lines = which === 'core' ? { tried: 0, faults: [] } : await tryLongLines(MAX_LINE_TIME);
  for (const fault of lines.faults.slice(0, NAMED)) console.log(fault);
  console.log(`\n${lines.tried} long lines, ${lines.faults.length} too expensive`);
  const missed = cost.missed + lines.faults.length > 0 ? 1 : 0;
  const missing = [GENERATOR, CHECKER].filter((script) => !fs.existsSync(script));
  if (missing.length > 0) {
    const names = missing.map((script) => path.relative(REPO, script));
    console.log(`No attack was tried: ${names.join(' and ')} could not be found.`);
    return missed;
  }
  const chromium = ensureChromium();
  const attacks = makeAttacks(GENERATOR).filter(({ core }) => core || which !== 'core');
  const rendered = attacks.map(render);
  const inWords = rendered.flatMap(faultsOf);
  const looks = [lookAtFragments(rendered, chromium), lookAtPages(rendered, chromium)];
  const faults = [...inWords, ...looks.flatMap((look) => look.faults)];
  console.log(slowest(rendered));
  for (const fault of faults.slice(0, NAMED)) console.log(fault);
  console.log(`\n${attacks.length} attacks, ${faults.length} faults`);
  if (which !== 'core') {
    const [texts, tried] = [cost.texts, attacks.length].map((count) => count.toLocaleString('en'));
    await publishRun('hostile', [
      { what: TARGETS.cost, howMany: `${texts} expensive texts`, wrong: `too expensive ${cost.missed}` },
      {
        what: TARGETS.lines,
        howMany: `${lines.tried.toLocaleString('en')} texts`,
        wrong: `too expensive ${lines.faults.length}`,
      },
      { what: TARGETS.words, howMany: `${tried} attacks`, wrong: `faults ${inWords.length}` },
      ...looks.map(({ row }) => row),
    ]);
  }
  return faults.length > 0 ? 1 : missed;
}

function render(attack: Attack): Rendered {
  const first = timed(attack);
  // Measured again, as another process may have used the processor.
  return first.milliseconds > MAX_TIME ? timed(attack) : first;
}

function timed({ file, text }: Attack): Rendered {
  const start = performance.now();
  const content = contentOf(text);
  return { file, content, milliseconds: performance.now() - start };
}

/** The faults that can be found without a browser: too slow, or HTML that is not on the allowlist of the tests. */
function faultsOf({ file, content, milliseconds }: Rendered): string[] {
  const faults = milliseconds > MAX_TIME ? [`${file}: ${milliseconds.toFixed(0)} ms`] : [];
  try {
    for (const html of fragmentsOf(content)) checkHtml(html);
  } catch (error) {
    faults.push(`${file}: ${String(error)}`);
  }
  return faults;
}

/** Checks the renderer's HTML alone: it has to be safe without the page and without a content security policy. */
function lookAtFragments(rendered: readonly Rendered[], chromium: string): Look {
  const folder = folderNamed('fragments');
  for (const { file, content } of rendered) {
    fs.writeFileSync(path.join(folder, pageName(file)), fragmentsOf(content).join('\n'));
  }
  return look(TARGETS.fragments, folder, chromium, {
    root: 'body',
    elements: [...ELEMENTS],
    attributes: ATTRIBUTES,
  });
}

/** Checks the page that the webview shows, with its script running. */
function lookAtPages(rendered: readonly Rendered[], chromium: string): Look {
  const folder = folderNamed('pages');
  const contents = inBatches(rendered.map(({ content }) => content));
  contents.forEach((content, at) => {
    writePage(path.join(folder, `${at}.html`), content);
  });
  const baseline = path.join(folderNamed('peaceful'), 'peaceful.html');
  writePage(baseline, contentOf(PEACEFUL));
  return look(TARGETS.pages, folder, chromium, {
    root: `div.${TRIED}`,
    elements: [...ELEMENTS, ...PAGE_ELEMENTS],
    attributes: [...ATTRIBUTES, ...PAGE_ATTRIBUTES],
    baseline,
  });
}

/** `own/title/script-01.md` -> `own title script-01.md.html` */
function pageName(file: string): string {
  return `${file.replaceAll(path.sep, ' ')}.html`;
}

/** The results of checking a folder of pages. */
interface Look {
  readonly faults: readonly string[];
  readonly row: ReliabilityRow;
}

function look(what: string, folder: string, chromium: string, options: CheckOptions): Look {
  const { pages, links, counts, told, faults } = checkDom(CHECKER, chromium, folder, options);
  console.log(`\n${what}: ${pages} pages, ${links} links`);
  for (const [kind, count] of counts) console.log(`  ${kind.padEnd(18)} ${count}`);
  const shown = told.map(([kind, count]) => `${kind} ${count}`).join(', ');
  console.log(`  shown for what they are, with their hosts and joiners: ${shown}`);
  const howMany = `${pages.toLocaleString('en')} pages with ${links.toLocaleString('en')} links`;
  const [harmful, harmless] = [
    counts.filter(([, count]) => count > 0),
    counts.filter(([, count]) => count === 0),
  ];
  const wrong = [...harmful.map(([kind, count]) => `${kind} ${count}`), `${harmless.length} kinds of harm 0`];
  return {
    faults: links > 0 ? faults : [...faults, `${what}: no link was looked at, so nothing was`],
    row: { what, howMany, wrong: wrong.join(', ') },
  };
}

function slowest(rendered: readonly Rendered[]): string {
  const [first] = [...rendered].sort((a, b) => b.milliseconds - a.milliseconds);
  return `\nSlowest to parse and render: ${first?.file ?? 'none'}, ${first?.milliseconds.toFixed(0) ?? 0} ms`;
}

function folderNamed(name: string): string {
  const place = path.join(temporaryFolder().path, name);
  fs.mkdirSync(place);
  return place;
}

void main(process.argv[2]).then((code) => {
  process.exitCode = code;
});
