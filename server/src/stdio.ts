import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';

/**
 * Writes messages to standard output, each in one piece: the library's own writer waits between the head of a message and its body. After
 * each key the same diagnostics go out again but for one or two, so that their texts are kept.
 */
export class StandardOutput extends AbstractMessageWriter implements MessageWriter {
  constructor() {
    super();
    process.stdout.on('error', (error) => this.fireError(error));
    process.stdout.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const body = Buffer.from(textOf(message));
    return new Promise((resolve, reject) => {
      process.stdout.cork();
      process.stdout.write(`Content-Length: ${body.length}\r\n\r\n`);
      process.stdout.write(body, (error) => (error ? reject(error) : resolve()));
      process.stdout.uncork();
    });
  }

  end(): void {}
}

/** A message that pushes diagnostics, or answers a pull for them. */
interface Diagnostics extends Message {
  readonly params?: { readonly diagnostics?: readonly object[] };
  readonly result?: { readonly kind?: string; readonly items?: readonly object[] } | null;
}

function textOf(message: Message): string {
  const { params, result } = message as Diagnostics;
  if (Array.isArray(params?.diagnostics))
    return filled({ ...message, params: { ...params, diagnostics: [] } }, 'diagnostics', params.diagnostics);
  if (result?.kind === 'full' && Array.isArray(result.items))
    return filled({ ...message, result: { ...result, items: [] } }, 'items', result.items);
  return JSON.stringify(message);
}

/** The text of a message with these objects in its empty list; no string in it can hold what is looked for, for want of quotes. */
function filled(message: object, name: string, list: readonly object[]): string {
  return JSON.stringify(message).replace(`"${name}":[]`, () => `"${name}":[${list.map(jsonOf).join(',')}]`);
}

const texts = new WeakMap<object, string>();

function jsonOf(one: object): string {
  const known = texts.get(one);
  if (known !== undefined) return known;
  const text = JSON.stringify(one);
  texts.set(one, text);
  return text;
}
