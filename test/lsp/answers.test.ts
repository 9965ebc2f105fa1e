import { describe, expect, it } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import type { Completion } from '../../server/src/features/completion.ts';
import { Document } from '../../server/src/features/document.ts';
import { properties } from '../../server/src/formats/properties.ts';
import { agree } from '../../server/src/lsp/agreement.ts';
import { completionList, markup, outline } from '../../server/src/lsp/answers.ts';
import { versionOfMinor } from '../../server/src/schema/version.ts';

/** `InsertTextFormat.Snippet` of the protocol. */
const snippetFormat = 2;
const range = { start: { line: 0, character: 1 }, end: { line: 0, character: 4 } };
const found: Completion = {
  items: [{ label: 'Console', snippet: 'Console name="$1">\n\t$0\n</Console>' }, { label: 'Null' }],
  range,
  what: 'key',
  data: { role: 'none', kafka: versionOfMinor(0), prefix: '' },
};

function client(snippetSupport: boolean, itemDefaults: readonly string[]) {
  const capabilities = {
    textDocument: { completion: { completionItem: { snippetSupport }, completionList: { itemDefaults: [...itemDefaults] } } },
  };
  return agree({ processId: null, rootUri: null, capabilities });
}

describe('a suggestion that is more than its label', () => {
  it('is a snippet for clients that know of them', () => {
    const [first, second] = completionList(found, client(true, ['editRange', 'data'])).items;
    expect(first).toMatchObject({ textEditText: 'Console name="$1">\n\t$0\n</Console>', insertTextFormat: snippetFormat });
    expect(second).not.toHaveProperty('textEditText');
  });

  it('is plain text for others', () => {
    const [first] = completionList(found, client(false, ['editRange', 'data'])).items;
    expect(first).toMatchObject({ textEditText: 'Console name="">\n  \n</Console>' });
    expect(first).not.toHaveProperty('insertTextFormat');
  });

  it('brings its own edit where nothing is shared', () => {
    const [first, second] = completionList(found, client(true, [])).items;
    expect(first?.textEdit).toEqual({ range, newText: 'Console name="$1">\n\t$0\n</Console>' });
    expect(second?.textEdit).toEqual({ range, newText: 'Null' });
  });

  it('is not accepted by a separator that it has written', () => {
    expect(completionList(found, client(true, ['editRange', 'data'])).itemDefaults).not.toHaveProperty('commitCharacters');
  });
});

/** A client with these capabilities for text documents. */
function agreed(textDocument: ClientCapabilities['textDocument'] = {}) {
  return agree({ processId: null, rootUri: null, capabilities: { textDocument } });
}

describe('a client that shows plain text only', () => {
  it('gets no Markdown', () => {
    const { markdown } = agreed({ hover: { contentFormat: ['plaintext'] } });
    expect(markup('**acks**\n\ndefault: `all`\n\n_Kafka 0.8.2 and later._', markdown.hover)).toEqual({
      kind: 'plaintext',
      value: 'acks\n\ndefault: all\n\nKafka 0.8.2 and later.',
    });
  });

  it('has said so: one that says nothing of it gets Markdown', () => {
    expect(agreed().markdown).toEqual({ hover: true, completion: true });
    expect(agreed({ completion: { completionItem: { documentationFormat: ['markdown', 'plaintext'] } } }).markdown.completion).toBe(true);
  });
});

describe('the outline', () => {
  const document = new Document('acks=all\n', properties, { path: 'producer.properties' });
  const at = { start: { line: 0, character: 0 }, end: { line: 0, character: 8 } };

  it('is made of what the client knows', () => {
    const client = agreed({ documentSymbol: { hierarchicalDocumentSymbolSupport: true } });
    expect(outline(document, 'file:///a', client)).toEqual([{ name: 'acks', detail: 'all', kind: 7, range: at, selectionRange: at }]);
    expect(outline(document, 'file:///a', agreed())).toEqual([{ name: 'acks', kind: 7, location: { uri: 'file:///a', range: at } }]);
  });
});
