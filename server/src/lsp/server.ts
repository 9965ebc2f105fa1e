import type { Connection } from 'vscode-languageserver';
import { agree } from './agreement.ts';
import { serverCapabilities } from './capabilities.ts';
import type { Runtime } from './runtime.ts';

/**
 * Serves one client over a connection until it goes. The reply to `initialize` needs no more than this file; the engine is loaded
 * when the client says `initialized`, so that editors do not wait for it at their start.
 */
export function startServer(connection: Connection, runtime: Runtime): void {
  connection.onInitialize((params) => {
    const agreement = agree(params);
    connection.onInitialized(() => runtime.loadSession().startSession(connection, runtime, agreement));
    return { capabilities: serverCapabilities(agreement.pull), serverInfo: { name: 'kafka-config', version: runtime.version } };
  });
  connection.listen();
}
