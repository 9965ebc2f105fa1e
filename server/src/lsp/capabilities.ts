import {
  type ClientCapabilities,
  CodeActionKind,
  SemanticTokenTypes,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';

/** The kind of the action that applies every safe fix. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.kafka-config`;

/** Characters behind which a word begins in files of log4j 1 and Log4j2 only. */
export const loggingTriggers: readonly string[] = ['<', '"', '%', '{', ' '];

/** What the server offers; diagnostics are pulled where the client can and does not ask for them to be pushed. */
export function serverCapabilities(pull: boolean): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['.', '=', ':', ',', ...loggingTriggers], resolveProvider: true },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind] },
    documentSymbolProvider: true,
    // What an editor shows is enough: there is one kind of token, and few of them.
    semanticTokensProvider: { legend: { tokenTypes: [SemanticTokenTypes.string], tokenModifiers: [] }, range: true },
    ...(pull && { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }),
  };
}

/** Whether the client pulls diagnostics. */
export function wantsPull(capabilities: ClientCapabilities, options: unknown): boolean {
  const pushed = typeof options === 'object' && options !== null && (options as { diagnostics?: unknown }).diagnostics === 'push';
  return capabilities.textDocument?.diagnostic !== undefined && !pushed;
}
