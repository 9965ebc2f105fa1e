import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  type Diagnostic,
  type DocumentSymbol,
  MarkupKind,
  SymbolKind,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { actionsAt, fixAll } from '../features/actions.ts';
import type { Completion } from '../features/completion.ts';
import { diagnosticOf } from '../features/diagnostics.ts';
import type { Document } from '../features/document.ts';
import { symbols } from '../features/symbols.ts';
import type { RuleSettings } from '../rules/report.ts';
import type { PlacedEdit } from '../text/edit.ts';
import { fixAllKind } from './capabilities.ts';

/** A completion as LSP sends it: what all items share is said once where the client understands that. */
export function completionList({ items, range, what, data }: Completion, shared: boolean): CompletionList {
  const kind = what === 'key' ? CompletionItemKind.Property : CompletionItemKind.Value;
  const commitCharacters = what === 'key' ? ['='] : undefined;
  const own = (label: string): Partial<CompletionItem> => (shared ? {} : { data, textEdit: { range, newText: label } });
  return {
    isIncomplete: false,
    ...(shared && { itemDefaults: { editRange: range, data, ...(commitCharacters && { commitCharacters }) } }),
    items: items.map(({ label, documentation, deprecated, isDefault }) => ({
      label,
      kind,
      ...(documentation !== undefined && { documentation: markup(documentation) }),
      ...(deprecated && { tags: [CompletionItemTag.Deprecated] }),
      ...(isDefault && { preselect: true, detail: 'default' }),
      ...own(label),
    })),
  };
}

/** Fixes for what is marked in the range, and the action that applies every safe fix. */
export function codeActions(
  document: Document,
  { range, context, textDocument: { uri } }: CodeActionParams,
  settings: RuleSettings,
): CodeAction[] {
  const wanted = (kind: string): boolean =>
    context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    for (const { title, report, edits, preferred, convert } of actionsAt(document, range, settings)) {
      const diagnostics = [diagnosticOf(report, uri) as Diagnostic];
      const doing =
        convert === undefined
          ? { edit: workspaceEdit(uri, edits) }
          : { command: { title, command: convertCommands[convert], arguments: [uri] } };
      actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, isPreferred: preferred, ...doing });
    }
  }
  if (wanted(fixAllKind)) {
    const edits = fixAll(document, settings);
    if (edits.length > 0) actions.push({ title: 'Apply every safe fix', kind: fixAllKind, edit: workspaceEdit(uri, edits) });
  }
  return actions;
}

/** The client's commands that convert a log4j 1 file; they take the document's address. */
const convertCommands = {
  xml: 'kafka-config.convertLog4jToXml',
  yaml: 'kafka-config.convertLog4jToYaml',
  properties: 'kafka-config.convertLog4jToProperties',
} as const;

function workspaceEdit(uri: string, edits: readonly PlacedEdit[]): WorkspaceEdit {
  return { changes: { [uri]: edits.map(({ start, end, text }): TextEdit => ({ range: { start, end }, newText: text })) } };
}

/** The outline. */
export function documentSymbols(document: Document): DocumentSymbol[] {
  return symbols(document).map(({ name, detail, range }) => ({
    name: name === '' ? '(empty)' : name,
    detail,
    kind: SymbolKind.Property,
    range,
    selectionRange: range,
  }));
}

/** Markdown as LSP sends it. */
export function markup(value: string): { kind: typeof MarkupKind.Markdown; value: string } {
  return { kind: MarkupKind.Markdown, value };
}
