import { type InitializeParams, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { wantsPull } from './capabilities.ts';

/** What was agreed on with the client when it introduced itself. */
export interface Agreement {
  /** Diagnostics are pulled, not pushed. */
  readonly pull: boolean;
  /** What all completion items share may be said once. */
  readonly itemDefaults: boolean;
  /** Diagnostics are pulled again when the client is told to. */
  readonly refreshesPull: boolean;
  /** Hovers may be Markdown, and what is said of completion items. */
  readonly markdown: { readonly hover: boolean; readonly completion: boolean };
  /** An outline may be made of `DocumentSymbol`s; older clients know `SymbolInformation` only. */
  readonly documentSymbols: boolean;
  /** Completion items may have stops to fill in. */
  readonly snippets: boolean;
  /** The client answers `workspace/configuration`. */
  readonly configuration: boolean;
  /** The client wants to be asked to tell of changed settings. */
  readonly registersConfiguration: boolean;
  /** The client tells of changed files when asked to. */
  readonly watchesFiles: boolean;
  /** The client shows what a document is taken for. */
  readonly statusItem: boolean;
  /** The `kafka-config` section as it was given with `initialize`. */
  readonly settings: unknown;
  /** The answer to a cancelled request. Made here, because the library knows its own errors by their class and each bundle has its own. */
  readonly cancelled: ResponseError<never>;
}

/** A client that says nothing of formats gets Markdown, as most can show it. */
function takesMarkdown(formats: readonly string[] | undefined): boolean {
  return formats?.includes('markdown') ?? true;
}

/** Reads the client's introduction. */
export function agree({ capabilities, initializationOptions: options }: InitializeParams): Agreement {
  const { status, settings } = (typeof options === 'object' && options !== null ? options : {}) as { status?: unknown; settings?: unknown };
  const { hover, documentSymbol } = capabilities.textDocument ?? {};
  const item = capabilities.textDocument?.completion?.completionItem;
  const defaults = capabilities.textDocument?.completion?.completionList?.itemDefaults ?? [];
  return {
    pull: wantsPull(capabilities, options),
    itemDefaults: ['editRange', 'data'].every((one) => defaults.includes(one)),
    refreshesPull: capabilities.workspace?.diagnostics?.refreshSupport === true,
    markdown: { hover: takesMarkdown(hover?.contentFormat), completion: takesMarkdown(item?.documentationFormat) },
    documentSymbols: documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    snippets: item?.snippetSupport === true,
    configuration: capabilities.workspace?.configuration === true,
    registersConfiguration: capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    statusItem: status === true,
    settings,
    cancelled: new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.'),
  };
}
