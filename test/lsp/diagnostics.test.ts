import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnosticsOf } from '../../server/src/lsp/diagnostics.ts';
import { Workspace } from '../../server/src/lsp/workspace.ts';

const uri = 'file:///kafka/producer.properties';

function opened(text: string): Workspace {
  const workspace = new Workspace(() => undefined);
  workspace.open(uri, 'properties', 1, text);
  return workspace;
}

describe('what is sent of a document', () => {
  it('moves with its line and stays the same object while the line stays', () => {
    const workspace = opened('transactional.id=a\nacks=9\nrequest.timeout.ms=5s\n');
    const [first, second] = diagnosticsOf(workspace, uri);
    workspace.change(uri, 2, [{ range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, text: '\n' }]);
    const [acks, timeout] = diagnosticsOf(workspace, uri);
    expect(acks).toBe(first);
    expect(timeout?.range.start).toEqual({ line: 3, character: 19 });
    expect(timeout?.message).toBe(second?.message);
  });

  it('takes on the severity that a setting asks for', () => {
    const workspace = opened('acks=1\n');
    expect(diagnosticsOf(workspace, uri).map(({ severity }) => severity)).toEqual([3]);
    workspace.configure({ rules: { 'idempotence-switched-off': 'hint', 'acks-one': 'hint' } });
    const [after] = diagnosticsOf(workspace, uri);
    expect(after?.severity).toBe(4);
  });

  it('takes a range that ends before it begins for a place', () => {
    const workspace = opened('acks=9\nlinger.ms=1\n');
    workspace.change(uri, 2, [{ range: { start: { line: 1, character: 6 }, end: { line: 0, character: 2 } }, text: '-' }]);
    workspace.change(uri, 3, [{ range: { start: { line: 0, character: 6 }, end: { line: 0, character: 1 } }, text: '9' }]);
    expect(workspace.get(uri)?.text()).toBe('acks=99\nlinger-.ms=1\n');
    expect(diagnosticsOf(workspace, uri)).toEqual(diagnosticsOf(opened('acks=99\nlinger-.ms=1\n'), uri));
  });

  it('is after any edits what it is for the text opened afresh', () => {
    const line = fc.constantFrom('acks=1', 'acks=9', 'linger.ms=5s', 'batch.sise=1', 'enable.idempotence=true', '# remark', '');
    const edit = fc.record({ at: fc.nat(8), lines: fc.nat(2), text: fc.array(line, { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.array(edit, { maxLength: 5 }), (lines, edits) => {
        const workspace = opened(lines.join('\n'));
        for (const { at, lines: count, text } of edits) {
          diagnosticsOf(workspace, uri);
          const range = { start: { line: at, character: 0 }, end: { line: at + count, character: 0 } };
          workspace.change(uri, 2, [{ range, text: text.map((one) => `${one}\n`).join('') }]);
        }
        const text = workspace.get(uri)?.text() ?? '';
        expect(diagnosticsOf(workspace, uri)).toEqual(diagnosticsOf(opened(text), uri));
      }),
    );
  });
});
