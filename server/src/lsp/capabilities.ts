import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import { actionKind, fixAllKind, incremental, loggingTriggers } from './protocol.ts';

/** What the server offers; diagnostics are pulled where the client can and does not ask for them to be pushed. */
export function serverCapabilities(pull: boolean): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: incremental },
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['.', '=', ':', ',', ...loggingTriggers], resolveProvider: true },
    codeActionProvider: { codeActionKinds: [actionKind.quickFix, actionKind.rewrite, fixAllKind] },
    documentSymbolProvider: true,
    // What an editor shows is enough: there is one kind of token, and few of them.
    semanticTokensProvider: { legend: { tokenTypes: ['string'], tokenModifiers: [] }, range: true },
    ...(pull && { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }),
  };
}

/** Whether the client pulls diagnostics. */
export function wantsPull(capabilities: ClientCapabilities, options: unknown): boolean {
  const pushed = typeof options === 'object' && options !== null && (options as { diagnostics?: unknown }).diagnostics === 'push';
  return capabilities.textDocument?.diagnostic !== undefined && !pushed;
}
