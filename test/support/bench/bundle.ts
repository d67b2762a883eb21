import esbuild from 'esbuild';
import path from 'node:path';
import { shippedMarkdown } from '../build.ts';
import { OUT } from '../paths.ts';

/** Bundles a file for Node, and returns the path of the bundle. `name`: relative to this folder, without `.ts`. */
export async function bundle(name: string, { external = [] }: { external?: string[] } = {}): Promise<string> {
  const outfile = path.join(OUT, 'bench', `${path.basename(name)}.cjs`);
  await esbuild.build({
    entryPoints: [path.join(__dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    external,
    plugins: [shippedMarkdown],
    format: 'cjs',
    platform: 'node',
    target: 'es2022',
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  return outfile;
}
