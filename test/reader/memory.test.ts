import assert from 'node:assert/strict';
import v8 from 'node:v8';
import vm from 'node:vm';
import { pageHtml } from '../../src/reader/page.ts';
import { contentOf, RESOURCES } from './content.ts';

/** Node’s garbage collector, which is hidden unless a flag exposes it. */
function collector(): () => void {
  v8.setFlagsFromString('--expose-gc');
  const collect: unknown = vm.runInNewContext('gc');
  v8.setFlagsFromString('--no-expose-gc');
  assert.ok(typeof collect === 'function');
  return () => void (collect as () => unknown)();
}

/** A unique briefing, so that anything that is kept of each adds up. */
function briefing(number: number): string {
  const items = Array.from(
    { length: 40 },
    (_, i) => `- **Label ${number}.${i}:** words ${number} and [a source](https://s${number}.example/${i})`,
  );
  return `# Briefing ${number}\n\n## In brief\n\n${items.join('\n')}\n`;
}

describe('Hundreds of briefings that are parsed, rendered and turned into pages', () => {
  it('leave no more memory in use than a few do', () => {
    const collect = collector();
    const used = (from: number, to: number) => {
      for (let number = from; number < to; number++) pageHtml(contentOf(briefing(number)), RESOURCES);
      collect();
      return process.memoryUsage().heapUsed;
    };
    const few = used(0, 50);
    const many = used(50, 350);
    assert.ok(many < few * 1.1, `${few} bytes after 50, ${many} after 350`);
  });
});
