import { CheckStatus, type CheckResult } from '@stryker-mutator/api/check';
import type { InstrumenterContext, Mutant } from '@stryker-mutator/api/core';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import * as runner from '@stryker-mutator/api/test-runner';
import Mocha from 'mocha';
import { createHash } from 'node:crypto';
import path from 'node:path';

/** What `main.ts` adds to Stryker's options. */
interface Settings {
  readonly tests: readonly string[];
  readonly sample: number;
}

/** Chooses the mutants that are tried by a hash of each, so that the same code has the same ones. */
class Sample {
  static readonly inject = tokens(commonTokens.options);
  readonly #chosen = new Set<string>();

  readonly #size: number;

  constructor(options: object) {
    this.#size = (options as Settings).sample;
  }

  init(): Promise<void> {
    return Promise.resolve();
  }

  /** Gets all mutants at once. */
  group(mutants: Mutant[]): Promise<string[][]> {
    const ranked = mutants.map((mutant) => ({ id: mutant.id, rank: rankOf(mutant) }));
    ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1));
    for (const { id } of ranked.slice(0, this.#size)) this.#chosen.add(id);
    return Promise.resolve([mutants.map(({ id }) => id)]);
  }

  check(mutants: Mutant[]): Promise<Record<string, CheckResult>> {
    const left: CheckResult = { status: CheckStatus.CompileError, reason: 'not in the sample' };
    const tried: CheckResult = { status: CheckStatus.Passed };
    const results = mutants.map(({ id }) => [id, this.#chosen.has(id) ? tried : left] as const);
    return Promise.resolve(Object.fromEntries(results));
  }
}

function rankOf({ fileName, location: { start, end }, replacement }: Mutant): string {
  const parts = [path.basename(fileName), start.line, start.column, end.line, end.column, replacement];
  return createHash('sha256').update(parts.join(' ')).digest('hex');
}

/** Stryker's own runner knows no Mocha 12, and starts a process for each mutant that runs while its file is loaded. */
class MochaRunner {
  static readonly inject = tokens(commonTokens.options);
  /** What the mutated code reads and writes. */
  readonly #context: InstrumenterContext = {};
  readonly #files: readonly string[];
  #mocha: Mocha | undefined;

  constructor(options: object) {
    this.#files = (options as Settings).tests;
    Object.assign(globalThis, { __stryker__: this.#context });
  }

  capabilities = () => ({ reloadEnvironment: true });

  async dryRun(): Promise<runner.DryRunResult> {
    const result = await this.#run('.*');
    const { mutantCoverage } = this.#context;
    return { ...result, ...(mutantCoverage && { mutantCoverage }) };
  }

  async mutantRun(options: runner.MutantRunOptions): Promise<runner.MutantRunResult> {
    if (options.reloadEnvironment) this.#unload();
    this.#context.activeMutant = options.activeMutant.id;
    const names = options.testFilter?.map((name) => name.replace(/\W/g, '\\$&')).join('|');
    return runner.toMutantRunResult(await this.#run(names ?? '.*'));
  }

  #unload(): void {
    this.#mocha = undefined;
    const copy = process.cwd() + path.sep;
    for (const file of Object.keys(require.cache))
      if (file.startsWith(copy)) Reflect.deleteProperty(require.cache, file);
  }

  #create(): Mocha {
    const context = this.#context;
    const rootHooks = {
      beforeEach(this: Mocha.Context) {
        if (this.currentTest) context.currentTestId = this.currentTest.fullTitle();
      },
      // What runs between tests, such as the preparation of several, is part of no test.
      afterEach() {
        delete context.currentTestId;
      },
    };
    const mocha = new Mocha({ reporter: Mocha.reporters.Base, timeout: 0, bail: true, rootHooks });
    for (const file of this.#files) mocha.addFile(path.resolve(file));
    return mocha.cleanReferencesAfterRun(false);
  }

  /** `names`: a pattern of the tests that run. */
  async #run(names: string): Promise<runner.DryRunResult> {
    const mocha = (this.#mocha ??= this.#create()).grep(new RegExp(`^(?:${names})$`));
    const tests: runner.TestResult[] = [];
    const add = (test: Mocha.Test, failure?: Error) => {
      const result = { id: test.fullTitle(), name: test.fullTitle(), timeSpentMs: test.duration ?? 0 };
      if (!failure) tests.push({ ...result, status: runner.TestStatus.Success });
      else tests.push({ ...result, status: runner.TestStatus.Failed, failureMessage: failure.message });
    };
    try {
      // Loads the files that are not in the cache.
      await new Promise((resolve) => {
        const run = mocha.run(resolve);
        run.on('pass', add).on('fail', add);
      });
      return { status: runner.DryRunStatus.Complete, tests };
    } catch (error) {
      return { status: runner.DryRunStatus.Error, errorMessage: String(error) };
    }
  }
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.Checker, 'sample', Sample),
  declareClassPlugin(PluginKind.TestRunner, 'mocha', MochaRunner),
];
