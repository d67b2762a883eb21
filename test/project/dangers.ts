import ts from 'typescript';

/** Globals that evaluate strings as code, or use the network. */
const GLOBALS: ReadonlySet<string> = new Set([
  ...['eval', 'Function', 'importScripts', 'Worker', 'SharedWorker', 'WebAssembly'],
  ...[
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'WebSocketStream',
    'WebTransport',
    'EventSource',
    'RTCPeerConnection',
  ],
]);
/** Members that do so on any object. */
const MEMBERS: ReadonlySet<string> = new Set([
  'sendBeacon',
  'setHTMLUnsafe',
  'insertAdjacentHTML',
  'serviceWorker',
  ...['compileFunction', 'runInContext', 'runInNewContext', 'runInThisContext'],
]);
const WORLDS: ReadonlySet<string> = new Set(['globalThis', 'window', 'self', 'global']);
/** The modules that a bundle may load. */
const MODULES: ReadonlySet<string> = new Set([
  'vscode',
  ...['crypto', 'dns', 'fs', 'fs/promises', 'module', 'path', 'process', 'vm'].map((name) => `node:${name}`),
]);

/** The places in a script that could evaluate strings as code or open a connection, as they are written. */
export function dangersIn(script: string): string[] {
  const source = ts.createSourceFile('bundle.js', script, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const dangers: string[] = [];
  // An explicit stack instead of recursion, because minified code is deeply nested.
  const nodes: ts.Node[] = [source];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (isDanger(node)) dangers.push(node.parent.getText(source).slice(0, 120));
    ts.forEachChild(node, (child) => void nodes.push(child));
  }
  return dangers;
}

function isDanger(node: ts.Node): boolean {
  if (ts.isIdentifier(node)) return MEMBERS.has(node.text) || (GLOBALS.has(node.text) && !isOwnName(node));
  if (ts.isElementAccessExpression(node)) return isWorld(node.expression);
  if (!ts.isCallExpression(node)) return false;
  const { expression: called, arguments: given } = node;
  const [first] = given;
  if (called.kind === ts.SyntaxKind.ImportKeyword) return true;
  const name = ts.isIdentifier(called)
    ? called.text
    : ts.isPropertyAccessExpression(called)
      ? called.name.text
      : '';
  if (name === 'constructor') return true;
  if (name === 'setTimeout' || name === 'setInterval')
    return first !== undefined && ts.isStringLiteralLike(first);
  if (name === 'require' || name === 'getBuiltinModule')
    return !first || !ts.isStringLiteralLike(first) || !MODULES.has(first.text);
  return false;
}

/** Whether it is the name of a member of another object: `index.fetch(…)`, `fetch() { … }`, `{ fetch: … }`. */
function isOwnName(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === name && !isWorld(parent.expression);
  return (ts.isMethodDeclaration(parent) || ts.isPropertyAssignment(parent)) && parent.name === name;
}

function isWorld(node: ts.Node): boolean {
  return ts.isIdentifier(node) && WORLDS.has(node.text);
}
