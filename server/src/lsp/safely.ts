import type { CancellationToken, Connection, ResponseError } from 'vscode-languageserver';
import type { Agreement } from './agreement.ts';

/**
 * The one place where what goes wrong is caught: it is logged (without any text of the document), and the editor gets an answer that
 * does no harm. A request that was cancelled meanwhile says so.
 */
export function safely<P, R>(connection: Connection, { cancelled }: Agreement, neutral: R, handle: (params: P) => R | Promise<R>) {
  return async (params: P, token?: CancellationToken): Promise<R | ResponseError<never>> => {
    if (token?.isCancellationRequested) return cancelled;
    try {
      return await handle(params);
    } catch (error) {
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return neutral;
    }
  };
}

/** The same for notifications, which have no answer. */
export function safelyNotified<P>(connection: Connection, handle: (params: P) => void) {
  return (params: P): void => {
    try {
      handle(params);
    } catch (error) {
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  };
}
