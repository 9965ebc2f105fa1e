import type {
  CodeAction,
  CodeActionParams,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentSymbol,
  MarkupContent,
  SemanticTokens,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { actionsAt, fixAll, rewritesAt } from '../features/actions.ts';
import type { Completion, CompletionData, Item } from '../features/completion.ts';
import { diagnosticOf, type Range } from '../features/diagnostics.ts';
import type { Document } from '../features/document.ts';
import { symbols } from '../features/symbols.ts';
import { valueTails } from '../features/value-tails.ts';
import { withoutStops } from '../log4j/log4j2-insert.ts';
import type { RuleSettings } from '../rules/report.ts';
import type { PlacedEdit } from '../text/edit.ts';
import type { Agreement } from './agreement.ts';
import { actionKind, asItIs, completionKind, deprecatedItem, fixAllKind, invoked, propertySymbol, snippetText } from './protocol.ts';

/** A completion as LSP sends it: what all items share is said once where the client understands that, snippets likewise. */
export function completionList({ items, range, what, commit, data }: Completion, client: Agreement): CompletionList {
  const shared = client.itemDefaults;
  const kind = what === 'key' ? completionKind.property : completionKind.value;
  // A snippet has written the separator already.
  const commitCharacters = commit !== undefined && items.every(({ snippet }) => snippet === undefined) ? [commit] : undefined;
  return {
    isIncomplete: false,
    ...(shared && { itemDefaults: { editRange: range, data, ...(commitCharacters && { commitCharacters }) } }),
    items: items.map((item) => ({
      label: item.label,
      kind,
      ...(item.documentation !== undefined && { documentation: markup(item.documentation, client.markdown.completion) }),
      ...(item.rank !== undefined && { sortText: item.rank }),
      ...(item.deprecated && { tags: [deprecatedItem] }),
      ...(item.detail !== undefined && { detail: item.detail }),
      ...(item.isDefault && (what === 'key' ? { detail: 'required' } : { preselect: true, detail: 'default' })),
      ...written(item, range, data, client),
    })),
  };
}

/** What accepting an item writes. */
function written({ label, snippet, name }: Item, range: Range, data: CompletionData, client: Agreement): Partial<CompletionItem> {
  const text = snippet === undefined ? label : client.snippets ? snippet : withoutStops(snippet);
  const format = {
    ...(snippet !== undefined && client.snippets && { insertTextFormat: snippetText }),
    // Its lines have their indent already.
    ...(text.includes('\n') && { insertTextMode: asItIs }),
  };
  const own = name === undefined ? data : { ...data, name };
  if (!client.itemDefaults) return { data: own, textEdit: { range, newText: text }, ...format };
  return { ...(text !== label && { textEditText: text, ...format }), ...(own !== data && { data: own }) };
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
  if (wanted(actionKind.quickFix)) {
    for (const { title, report, edits, preferred, convert } of actionsAt(document, range, settings)) {
      const diagnostics = [diagnosticOf(report, uri) as Diagnostic];
      const doing =
        convert === undefined
          ? { edit: workspaceEdit(uri, edits) }
          : { command: { title, command: convertCommands[convert], arguments: [uri] } };
      actions.push({ title, kind: actionKind.quickFix, diagnostics, isPreferred: preferred, ...doing });
    }
  }
  // Conversions take their time: not while the cursor moves.
  const isAsked = context.only !== undefined || context.triggerKind === invoked;
  if (isAsked && wanted(actionKind.rewrite)) {
    for (const { title, edits } of rewritesAt(document, range))
      actions.push({ title, kind: actionKind.rewrite, edit: workspaceEdit(uri, edits) });
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

/** The outline, in the form that the client knows. */
export function outline(document: Document, uri: string, client: Agreement): DocumentSymbol[] | SymbolInformation[] {
  const found = symbols(document).map((one) => ({ ...one, name: one.name === '' ? '(empty)' : one.name, kind: propertySymbol }));
  if (client.documentSymbols) return found.map((one) => ({ ...one, selectionRange: one.range }));
  return found.map(({ name, kind, range }) => ({ name, kind, location: { uri, range } }));
}

/** What belongs to values in the lines of a range, as tokens of the one type that the legend has: each relative to the one before it. */
export function valueTokens(document: Document, { start, end }: Range): SemanticTokens {
  let line = 0;
  let character = 0;
  const data = valueTails(document, start.line, end.line).flatMap((tail) => {
    const token = [tail.line - line, tail.line === line ? tail.character - character : tail.character, tail.length, 0, 0];
    line = tail.line;
    character = tail.character;
    return token;
  });
  return { data };
}

/** Markdown as LSP sends it; without its marks where the client shows plain text only. */
export function markup(value: string, takesMarkdown: boolean): MarkupContent {
  return takesMarkdown ? { kind: 'markdown', value } : { kind: 'plaintext', value: value.replace(/\*\*|`|^_|_$/gm, '') };
}
