/**
 * A replacement for `node:assert/strict` in the web worker host, which has no Node: buildSuite.ts puts it in place. It
 * has the functions that tests use. Tests are typed against Node's own, so a missing one only fails when it is called.
 */
class AssertionError extends Error {
  override readonly name = 'AssertionError';
  readonly actual: unknown;
  readonly expected: unknown;
  /** Makes mocha print the difference of `actual` and `expected`. */
  readonly showDiff: boolean;

  constructor(message: string, actual?: unknown, expected?: unknown, showDiff = false) {
    super(message);
    this.actual = actual;
    this.expected = expected;
    this.showDiff = showDiff;
  }
}

type Message = string | Error | undefined;
/** What `throws` and `rejects` expect: a pattern for the message, a class, properties, or a function that decides. */
type Expected = RegExp | ((error: unknown) => unknown) | object;

function check(
  holds: boolean,
  message: Message,
  fallback: string,
  values?: readonly [unknown, unknown],
): void {
  if (holds) return;
  if (message instanceof Error) throw message;
  throw new AssertionError(message ?? fallback, values?.[0], values?.[1], values !== undefined);
}

function ok(value: unknown, message?: Message): void {
  check(Boolean(value), message, `Expected something true, not ${show(value)}`);
}

function fail(message?: Message): never {
  throw message instanceof Error ? message : new AssertionError(message ?? 'Failed');
}

function equal(actual: unknown, expected: unknown, message?: Message): void {
  check(Object.is(actual, expected), message, 'Expected values to be strictly equal', [actual, expected]);
}

function notEqual(actual: unknown, expected: unknown, message?: Message): void {
  check(!Object.is(actual, expected), message, `Expected anything but ${show(expected)}`);
}

function deepEqual(actual: unknown, expected: unknown, message?: Message): void {
  check(same(actual, expected), message, 'Expected values to be deeply equal', [actual, expected]);
}

function notDeepEqual(actual: unknown, expected: unknown, message?: Message): void {
  check(!same(actual, expected), message, `Expected anything but ${show(expected)}`);
}

function match(text: string, pattern: RegExp, message?: Message): void {
  check(pattern.test(text), message, `Expected ${show(text)} to match ${String(pattern)}`);
}

function doesNotMatch(text: string, pattern: RegExp, message?: Message): void {
  check(!pattern.test(text), message, `Expected ${show(text)} not to match ${String(pattern)}`);
}

function throws(action: () => unknown, expected?: Expected | string, message?: Message): void {
  let thrown: { error: unknown } | undefined;
  try {
    action();
  } catch (error) {
    thrown = { error };
  }
  checkError(thrown, expected, message);
}

async function rejects(
  action: Promise<unknown> | (() => Promise<unknown>),
  expected?: Expected | string,
  message?: Message,
): Promise<void> {
  let thrown: { error: unknown } | undefined;
  try {
    await (typeof action === 'function' ? action() : action);
  } catch (error) {
    thrown = { error };
  }
  checkError(thrown, expected, message);
}

function checkError(
  thrown: { readonly error: unknown } | undefined,
  expected: Expected | string | undefined,
  message: Message,
): void {
  // As in Node, a string as the second argument is the message.
  if (typeof expected === 'string') message = expected;
  if (!thrown)
    throw new AssertionError(`Expected an error${message === undefined ? '' : `: ${String(message)}`}`);
  if (expected === undefined || typeof expected === 'string') return;
  const { error } = thrown;
  check(isExpected(error, expected), message, `Not the error that was expected: ${String(error)}`, [
    error,
    expected,
  ]);
}

function isExpected(error: unknown, expected: Expected): boolean {
  if (expected instanceof RegExp) return expected.test(String(error));
  if (typeof expected === 'function') {
    const isClass = expected === Error || expected.prototype instanceof Error;
    return isClass ? error instanceof expected : (expected as (error: unknown) => unknown)(error) === true;
  }
  return Object.entries(expected).every(([key, value]) => {
    const found = (error as Record<string, unknown>)[key];
    return value instanceof RegExp && typeof found === 'string' ? value.test(found) : same(found, value);
  });
}

/** Deep, strict equality: the same values, the same classes, the same own keys. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (a instanceof Date) return a.getTime() === (b as Date).getTime();
  if (a instanceof RegExp) return a.source === (b as RegExp).source && a.flags === (b as RegExp).flags;
  if (a instanceof Map || a instanceof Set) return same([...a], [...(b as Iterable<unknown>)]);
  if (a instanceof Error && a.message !== (b as Error).message) return false;
  const [left, right] = [a, b] as [Record<string, unknown>, Record<string, unknown>];
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && same(left[key], right[key]))
  );
}

function show(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

export default Object.assign(ok, {
  ...{ AssertionError, ok, fail, throws, rejects, match, doesNotMatch },
  ...{ equal, notEqual, deepEqual, notDeepEqual },
  ...{ strictEqual: equal, notStrictEqual: notEqual },
  ...{ deepStrictEqual: deepEqual, notDeepStrictEqual: notDeepEqual },
});
