import { describe, expect, it } from 'vitest';
import { Neighbours } from '../../server/src/lsp/neighbours.ts';

/** Files by their addresses, and what was told of them. */
function folder(files: Record<string, string>): {
  neighbours: Neighbours;
  files: Record<string, string>;
  told: (readonly string[])[];
  read: string[];
} {
  const told: (readonly string[])[] = [];
  const read: string[] = [];
  const neighbours = new Neighbours(
    async (uri) => {
      read.push(uri);
      return files[uri];
    },
    (documents) => told.push(documents),
  );
  return { neighbours, files, told, read };
}

/** Lets what was asked for arrive. */
async function arrived(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}

const compose = 'file:///p/compose.yaml';

describe('files beside a document', () => {
  it('are read once, and whoever asked is told', async () => {
    const { neighbours, told, read } = folder({ 'file:///p/env/a.env': 'A=1' });
    expect(neighbours.beside(compose, 'env/a.env')).toBeUndefined();
    expect(neighbours.beside('file:///p/sub/other.yaml', '../env/a.env')).toBeUndefined();
    await arrived();
    expect(told).toEqual([[compose, 'file:///p/sub/other.yaml']]);
    expect(neighbours.beside(compose, './env/a.env')).toBe('A=1');
    expect(read).toEqual(['file:///p/env/a.env']);
  });

  it('that are not there change nothing', async () => {
    const { neighbours, told } = folder({});
    neighbours.beside(compose, 'gone.env');
    await arrived();
    expect(told).toEqual([]);
    expect(neighbours.beside(compose, 'gone.env')).toBeUndefined();
  });

  it('are read again when they change, come or go, and not when nobody asked', async () => {
    const { neighbours, files, told, read } = folder({});
    neighbours.beside(compose, 'a b.env');
    await arrived();
    files['file:///p/a%20b.env'] = 'A=1';
    neighbours.changed(['file:///p/a%20b.env', 'file:///p/other.env']);
    await arrived();
    expect([told, neighbours.beside(compose, 'a b.env')]).toEqual([[[compose]], 'A=1']);
    delete files['file:///p/a%20b.env'];
    neighbours.changed(['file:///p/a%20b.env']);
    await arrived();
    expect([told.length, neighbours.beside(compose, 'a b.env')]).toEqual([2, undefined]);
    expect(read).toHaveLength(3);
  });

  it('are told of by their folder when one comes', async () => {
    const { neighbours, files, told } = folder({ 'file:///p/': 'a.env' });
    neighbours.beside('file:///p/a.env', './');
    await arrived();
    files['file:///p/'] = 'a.env\nmy-compose.yml';
    neighbours.changed(['file:///p/my-compose.yml']);
    await arrived();
    expect(told).toHaveLength(2);
    expect(neighbours.beside('file:///p/a.env', './')).toBe('a.env\nmy-compose.yml');
    expect(neighbours.beside('file:///p/q/a.env', '../')).toBe('a.env\nmy-compose.yml');
  });

  it('have the text that was asked for last, though an earlier one took longer to come', async () => {
    const readings: ((text: string) => void)[] = [];
    const neighbours = new Neighbours(
      () => new Promise((resolve) => readings.push(resolve)),
      () => {},
    );
    neighbours.beside(compose, 'a.env');
    neighbours.changed(['file:///p/a.env']);
    readings[1]?.('A=2');
    await arrived();
    readings[0]?.('A=1');
    await arrived();
    expect(neighbours.beside(compose, 'a.env')).toBe('A=2');
  });

  it('are let go when the last document that asked is closed', async () => {
    const { neighbours, read } = folder({ 'file:///p/a.env': 'A=1' });
    neighbours.beside(compose, 'a.env');
    neighbours.forget(compose);
    await arrived();
    neighbours.changed(['file:///p/a.env']);
    expect(read).toHaveLength(1);
    expect(neighbours.beside(compose, 'a.env')).toBeUndefined();
    expect(read).toHaveLength(2);
  });

  it('are found whatever they and their folders are called', async () => {
    const { neighbours, read } = folder({});
    neighbours.beside('file:///c%3A/C%23/compose.yaml', '100%.env');
    neighbours.beside('file:///p/compose.yaml', '..\\q\\a#b?.env');
    neighbours.beside('vscode-vfs://github/o/r/compose.yaml', 'a.env');
    await arrived();
    expect(read).toEqual(['file:///c:/C%23/100%25.env', 'file:///q/a%23b%3F.env', 'vscode-vfs://github/o/r/a.env']);
    neighbours.changed(['file:///c%3a/C%23/100%25.env']);
    expect(read).toHaveLength(4);
  });

  it('are not looked for on another machine', () => {
    const { neighbours, read } = folder({});
    expect(neighbours.beside(compose, '//files.example/share/a.env')).toBeUndefined();
    expect(neighbours.beside(compose, '\\\\files.example\\share\\a.env')).toBeUndefined();
    expect(read).toEqual([]);
  });

  it('do not exist for a document that stands nowhere', () => {
    const { neighbours, read } = folder({});
    expect(neighbours.beside('untitled:Untitled-1', 'a.env')).toBeUndefined();
    expect(read).toEqual([]);
  });
});
