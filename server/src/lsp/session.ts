import type { Connection } from 'vscode-languageserver';
import { type CompletionData, completion, documentation } from '../features/completion.ts';
import { hover } from '../features/hover.ts';
import { holdsLogging } from '../features/log4j2.ts';
import { type AllWords, parseWords } from '../schema/words.ts';
import { nameOf } from './addresses.ts';
import type { Agreement } from './agreement.ts';
import { codeActions, completionList, markup, outline, valueTokens } from './answers.ts';
import { diagnosticsOf, Publisher } from './diagnostics.ts';
import { convertDocument } from './log4j.ts';
import { Neighbours } from './neighbours.ts';
import { loggingTriggers } from './protocol.ts';
import type { Runtime } from './runtime.ts';
import { safely, safelyDone, unlessRefused } from './safely.ts';
import { statusOf } from './status.ts';
import { warmUp } from './warm-up.ts';
import { Workspace } from './workspace.ts';

/** Serves a client that has been agreed with: everything behind the reply to `initialize`. */
export function startSession(connection: Connection, runtime: Runtime, client: Agreement): void {
  const watch = watcher(connection, client);
  const read = (uri: string): Promise<string | undefined> => {
    watch(uri);
    return runtime.readText(uri);
  };
  const pullAgain = (): void => {
    if (client.pull && client.refreshesPull) unlessRefused(connection, connection.languages.diagnostics.refresh());
  };
  const neighbours = new Neighbours(
    read,
    safelyDone(connection, (uris: readonly string[]) => {
      workspace.replace(uris);
      for (const uri of uris) refresh(uri);
      pullAgain();
    }),
  );
  const workspace = new Workspace((uri, path) => neighbours.beside(uri, path));
  workspace.configure(client.settings);
  const tellStatus = (uri: string): void => {
    if (client.statusItem) unlessRefused(connection, connection.sendNotification('kafka-config/statusChanged', { uri }));
  };
  const publisher = new Publisher(connection, workspace, runtime.later, tellStatus);
  const refresh = (uri: string): void => (client.pull ? tellStatus(uri) : publisher.soon(uri));
  handleSettings(connection, workspace, client, refresh, pullAgain);
  handleDocuments(connection, workspace, neighbours, client, publisher, refresh);
  handleRequests(connection, workspace, client, wordsOnce(runtime));
  warmUpMeanwhile(connection, runtime, workspace);
}

/** Warms up while the client gets its first document ready. */
function warmUpMeanwhile(connection: Connection, runtime: Runtime, workspace: Workspace): void {
  const steps = warmUp();
  const step = safelyDone(connection, () => {
    if (!workspace.isEmpty) return;
    if (steps.next().done) runtime.collectGarbage();
    else runtime.later(step);
  });
  runtime.later(step);
}

function handleSettings(
  connection: Connection,
  workspace: Workspace,
  client: Agreement,
  refresh: (uri: string) => void,
  pullAgain: () => void,
): void {
  const configure = safelyDone(connection, (section: unknown) => {
    workspace.configure(section);
    for (const uri of workspace.uris()) refresh(uri);
    pullAgain();
  });
  const ask = (): void => unlessRefused(connection, connection.workspace.getConfiguration('kafka-config').then(configure));
  if (client.registersConfiguration) register(connection, 'settings', 'workspace/didChangeConfiguration', { section: 'kafka-config' });
  if (client.configuration) ask();
  connection.onDidChangeConfiguration(({ settings }) => {
    if (client.configuration) ask();
    else configure((settings as Record<string, unknown> | null)?.['kafka-config']);
  });
}

/** One handler a notification: the library keeps the last one only. */
function handleDocuments(
  connection: Connection,
  workspace: Workspace,
  neighbours: Neighbours,
  client: Agreement,
  publisher: Publisher,
  refresh: (uri: string) => void,
): void {
  connection.onDidOpenTextDocument(
    safelyDone(connection, ({ textDocument: { uri, languageId, version, text } }) => {
      workspace.open(uri, languageId, version, text);
      refresh(uri);
    }),
  );
  connection.onDidChangeTextDocument(
    safelyDone(connection, ({ textDocument: { uri, version }, contentChanges }) => {
      workspace.change(uri, version, contentChanges);
      refresh(uri);
    }),
  );
  connection.onDidCloseTextDocument(
    safelyDone(connection, ({ textDocument: { uri } }) => {
      workspace.close(uri);
      neighbours.forget(uri);
      if (!client.pull) publisher.clear(uri);
    }),
  );
  // Of what documents name, what stands on disk counts.
  connection.onDidChangeWatchedFiles(safelyDone(connection, ({ changes }) => neighbours.changed(changes.map(({ uri }) => uri))));
}

/** Has the client tell of changes in files, by their names; in folders it is files of YAML that count. */
function watcher(connection: Connection, { watchesFiles }: Agreement): (uri: string) => void {
  const watched = new Set<string>();
  return (uri) => {
    const file = nameOf(uri).replace(/[[\]{}*?\\]/g, '?');
    const name = file === '' ? '*.{yml,yaml}' : file;
    if (!watchesFiles || watched.has(name)) return;
    watched.add(name);
    register(connection, name, 'workspace/didChangeWatchedFiles', { watchers: [{ globPattern: `**/${name}` }] });
  };
}

/** Asks the client to tell of what the method is about. */
function register(connection: Connection, id: string, method: string, registerOptions: object): void {
  const registrations = [{ id: `kafka-config ${id}`, method, registerOptions }];
  unlessRefused(connection, connection.sendRequest('client/registerCapability', { registrations }));
}

function handleRequests(connection: Connection, workspace: Workspace, client: Agreement, words: () => Promise<AllWords | undefined>): void {
  connection.languages.diagnostics.on(
    safely(connection, client, { kind: 'full', items: [] }, ({ textDocument: { uri } }) => ({
      kind: 'full',
      items: diagnosticsOf(workspace, uri),
    })),
  );
  connection.onHover(
    safely(connection, client, null, async ({ textDocument: { uri }, position }) => {
      const loaded = await words();
      const document = workspace.get(uri);
      const found = document && hover(document, position, loaded);
      return found === undefined ? null : { contents: markup(found.markdown, client.markdown.hover), range: found.range };
    }),
  );
  connection.onCompletion(
    safely(connection, client, null, ({ textDocument: { uri }, position, context }) => {
      const document = workspace.get(uri);
      if (document === undefined || (loggingTriggers.includes(context?.triggerCharacter ?? '') && !holdsLogging(document))) return null;
      const found = completion(document, position);
      return found === undefined ? null : completionList(found, client);
    }),
  );
  connection.onCompletionResolve((item, token) =>
    safely(connection, client, item, async () => {
      // Some clients hand a missing value on as null.
      if (!item.data) return item;
      const text = documentation(item.label, item.data as CompletionData, await words());
      return text === undefined ? item : { ...item, documentation: markup(text, client.markdown.completion) };
    })(item, token),
  );
  connection.onCodeAction(
    safely(connection, client, [], (params) => {
      const document = workspace.get(params.textDocument.uri);
      return document === undefined ? [] : codeActions(document, params, workspace.settings.rules);
    }),
  );
  connection.languages.semanticTokens.onRange(
    safely(connection, client, { data: [] }, ({ textDocument: { uri }, range }) => {
      const document = workspace.get(uri);
      return document === undefined ? { data: [] } : valueTokens(document, range);
    }),
  );
  connection.onDocumentSymbol(
    safely(connection, client, [], ({ textDocument: { uri } }) => {
      const document = workspace.get(uri);
      return document === undefined ? [] : outline(document, uri, client);
    }),
  );
  handleOwnRequests(connection, workspace);
}

/** What only our own client asks for (client/src/protocol.ts): whatever goes wrong is told to it. */
function handleOwnRequests(connection: Connection, workspace: Workspace): void {
  connection.onRequest('kafka-config/status', ({ uri }: { uri: string }) => ({ configs: statusOf(workspace.get(uri)) }));
  connection.onRequest('kafka-config/convertLog4j', (params: Parameters<typeof convertDocument>[1]) =>
    convertDocument(workspace.get(params.uri), params),
  );
}

/** The words, fetched when first asked for and kept. */
function wordsOnce(runtime: Runtime): () => Promise<AllWords | undefined> {
  let loading: Promise<AllWords | undefined> | undefined;
  return () => {
    loading ??= runtime.loadWords().then((text) => (text === undefined ? undefined : parseWords(text)));
    return loading;
  };
}
