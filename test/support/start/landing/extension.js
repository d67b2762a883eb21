const vscode = require('vscode');

/** Whoever types `npm start` wants to see the extension: by itself it opens nothing, as it should in anybody's window. */
exports.activate = () => vscode.commands.executeCommand('briefings.library.focus');
