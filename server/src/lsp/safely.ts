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
      log(connection, error);
      return neutral;
    }
  };
}

/** The same for what has no answer: notifications, and what is done later. */
export function safelyDone<P extends readonly unknown[]>(connection: Connection, handle: (...params: P) => void) {
  return (...params: P): void => {
    try {
      handle(...params);
    } catch (error) {
      log(connection, error);
    }
  };
}

/** The same for what the client is asked for: that it refuses is no reason to stop, as an unhandled promise would be to Node. */
export function unlessRefused(connection: Connection, asked: Promise<unknown>): void {
  asked.catch((error) => log(connection, error));
}

/** Where it happened; messages about syntax (of JSON, expressions, numbers) quote what was read, and are left out. */
function log(connection: Connection, error: unknown): void {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(typeof error);
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  connection.console.error([error instanceof SyntaxError ? name : `${name}: ${message}`, ...places].join('\n'));
}
