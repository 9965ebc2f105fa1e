import type {
  CodeActionKind,
  CodeActionTriggerKind,
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  InsertTextMode,
  SymbolKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver';

/*
 * The words and numbers of the protocol that answers are made of. The library has them too, but each bundle that takes one of its
 * constants takes all of the library along.
 */

export const actionKind: { readonly quickFix: typeof CodeActionKind.QuickFix; readonly rewrite: typeof CodeActionKind.RefactorRewrite } = {
  quickFix: 'quickfix',
  rewrite: 'refactor.rewrite',
};

/** The kind of the action that applies every safe fix. */
export const fixAllKind = 'source.fixAll.kafka-config';

/** Somebody asked for actions; they are not only looked for because the cursor moved. */
export const invoked: typeof CodeActionTriggerKind.Invoked = 1;

export const completionKind: { readonly property: typeof CompletionItemKind.Property; readonly value: typeof CompletionItemKind.Value } = {
  property: 10,
  value: 12,
};

export const deprecatedItem: typeof CompletionItemTag.Deprecated = 1;
export const snippetText: typeof InsertTextFormat.Snippet = 2;
export const asItIs: typeof InsertTextMode.asIs = 1;
export const propertySymbol: typeof SymbolKind.Property = 7;
export const incremental: typeof TextDocumentSyncKind.Incremental = 2;

/** Characters behind which a word begins in files of log4j 1 and Log4j2 only. */
export const loggingTriggers: readonly string[] = ['<', '"', '%', '{', ' '];
