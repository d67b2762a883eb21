/**
 * Replacements for two native modules of the server, which would be compiled when it is installed; the tests do not
 * need what they do. File name below node_modules -> its text.
 */
export const STUBS: Readonly<Record<string, string>> = {
  '@vscode/spdlog/index.js': logger(),
  '@vscode/native-watchdog/index.js': watchdog(),
  'native-watchdog/index.js': watchdog(),
};

/** A logger without rotation. Lines are appended synchronously, so that none is lost in a crash. */
function logger(): string {
  return `
const fs = require('node:fs');
const path = require('node:path');
const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
class Logger {
  constructor(name, ignored, file) { this.file = file; this.level = 2; this.raw = false; }
  write(level, text) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').slice(0, 23);
    const line = this.raw ? text : time + ' [' + LEVELS[level] + '] ' + text + '\\n';
    // The folder is gone when the server is being stopped: nothing is left to log to.
    try { fs.appendFileSync(this.file, line); } catch {}
  }
  trace(text) { this.write(0, text); }
  debug(text) { this.write(1, text); }
  info(text) { this.write(2, text); }
  warn(text) { this.write(3, text); }
  error(text) { this.write(4, text); }
  critical(text) { this.write(5, text); }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  clearFormatters() { this.raw = true; }
  setPattern() {}
  flush() {}
  drop() {}
}
async function create(name, file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return new Logger(name, undefined, file);
}
// One by one: VS Code imports the module, and only names exported like this are seen by an import.
exports.version = 1;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
`;
}

/** The real watchdog ends an extension host whose server is gone; host.ts ends the whole process group instead. */
function watchdog(): string {
  return `exports.start = () => {};\nexports.exit = (code) => process.exit(code ?? 0);\n`;
}
