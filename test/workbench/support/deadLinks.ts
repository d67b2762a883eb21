/**
 * Addresses that must not be opened: for other programs, other extensions, files, network shares, and
 * disguised ones.
 */
export const DEAD_LINKS: readonly string[] = [
  ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\tscript:alert(1)'],
  ...['\u0001javascript:alert(1)', 'javascript://a.example/%0aalert(1)', 'vbscript:msgbox(1)'],
  ...['data:text/html,<script>alert(1)</script>', 'data:image/svg+xml,<svg onload="alert(1)"/>'],
  ...['blob:https://a.example/1', 'filesystem:https://a.example/x', 'view-source:https://a.example'],
  ...['about:blank', 'chrome://settings', 'jar:https://a.example/x!/', 'intent://x#Intent;scheme=http;end'],
  ...['command:workbench.action.quit', 'COMMAND:workbench.action.quit', 'command:///workbench.action.quit'],
  ...['command:vscode.open?%22file%3A%2F%2F%2Fetc%2Fpasswd%22', 'command:briefings.refresh'],
  ...['vscode://a.b/x', 'vscode-insiders://a.b/x', 'vscode:extension/a.b', 'vscode-resource:/etc/passwd'],
  ...['vscode-file://vscode-app/etc/passwd', 'vscode-remote://ssh-remote+a.example/', 'cursor://a.b/x'],
  ...['file:///etc/passwd', 'FILE:///etc/passwd', 'file://a.example/share/x.lnk', '\\\\a.example\\share\\x'],
  ...['//a.example/x', '/etc/passwd', '../../../../etc/passwd', '..%2f..%2fetc%2fpasswd', 'C:\\x\\calc.exe'],
  ...['smb://a.example/share', 'ftp://a.example/x', 'ssh://-oProxyCommand=calc/x', 'git+ssh://a.example/x'],
  ...['ms-msdt:/id PCWDiagnostic', 'search-ms:query=x', 'ms-officecmd:{}', 'ms-word:ofe|u|https://a.example'],
  ...['tel:+1900000000', 'sms:+1900000000', 'steam://run/1', 'slack://x', 'shell:startup', 'ws://a.example'],
  ...['https://good.example@evil.example/', 'https://good.example%2f@evil.example/', 'https://'],
  ...['https://a.example/\u202e', 'https://a.example/\n', ' https://a.example/', 'https://a b.example/'],
];
