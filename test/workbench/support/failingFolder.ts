import * as vscode from 'vscode';

/** A file system that cannot be read, and counts its watchers. */
export class FailingFolder implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  /** How often it was listed. */
  listed = 0;
  /** The number of watchers so far, and now. */
  begun = 0;
  watching = 0;

  watch(): vscode.Disposable {
    this.begun++;
    this.watching++;
    return new vscode.Disposable(() => this.watching--);
  }

  readDirectory(): never {
    this.listed++;
    throw vscode.FileSystemError.Unavailable();
  }

  stat = fail;
  createDirectory = fail;
  readFile = fail;
  writeFile = fail;
  delete = fail;
  rename = fail;
}

function fail(): never {
  throw vscode.FileSystemError.Unavailable();
}
