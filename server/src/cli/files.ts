import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pickFormat } from '../formats/pick.ts';

const skipped = new Set(['node_modules', '.git', '.hg', '.svn', 'target', 'build', 'dist', 'out', '.idea', '.vscode', '.cache']);

/** A path that could not be read, with the reason. */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

/** The files below the paths whose format is ours, in the order of the alphabet and each once; a file that is named is taken whatever its name. */
export function findFiles(paths: readonly string[]): { readonly files: readonly string[]; readonly unreadable: readonly Unreadable[] } {
  const files = new Set<string>();
  const unreadable: Unreadable[] = [];
  for (const path of paths) {
    try {
      if (statSync(path).isDirectory()) for (const file of filesBelow(path, unreadable)) files.add(file);
      else files.add(path);
    } catch (error) {
      unreadable.push({ path, reason: reasonOf(error) });
    }
  }
  return { files: [...files], unreadable };
}

function filesBelow(folder: string, unreadable: Unreadable[]): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesBelow(path, unreadable);
        return pickFormat(path) !== undefined && (entry.isFile() || (entry.isSymbolicLink() && isFile(path, unreadable))) ? [path] : [];
      });
  } catch (error) {
    unreadable.push({ path: folder, reason: reasonOf(error) });
    return [];
  }
}

/** Mounted ConfigMaps are links to files; links to folders are not followed, since they may lead back. One that leads nowhere is no file. */
function isFile(link: string, unreadable: Unreadable[]): boolean {
  try {
    return statSync(link, { throwIfNoEntry: false })?.isFile() === true;
  } catch (error) {
    unreadable.push({ path: link, reason: reasonOf(error) });
    return false;
  }
}

/** A file's text. Java reads properties files as ISO-8859-1, so that is how they are read here; everything else is UTF-8, JSON among it. */
export function readText(path: string): string {
  const bytes = readFileSync(path);
  const mayBeJson = /^\s*\{/.test(bytes.toString('latin1', 0, 100));
  return pickFormat(path)?.id === 'properties' && !mayBeJson ? bytes.toString('latin1') : bytes.toString('utf8').replace(/^\uFEFF/, '');
}

/** Reads files by their paths from the folder of another, and lists folders; what is no plain file of reasonable size holds no variables. */
export function textBeside(path: string): (other: string) => string | undefined {
  return (other) => {
    // Another machine (`//host/share`) would be told who looks.
    if (/^[\\/]{2}/.test(other)) return undefined;
    try {
      const file = resolve(dirname(path), other);
      if (other.endsWith('/')) return readdirSync(file).join('\n');
      const found = statSync(file);
      return found.isFile() && found.size <= 1_000_000 ? readText(file) : undefined;
    } catch {
      return undefined;
    }
  };
}

/** Why a file system call failed, for people. */
export function reasonOf(error: unknown): string {
  const code = (error as { code?: string }).code;
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'no such file',
    EACCES: 'permission denied',
    EISDIR: 'is a folder',
    ELOOP: 'is a link that leads back to itself',
    EPERM: 'permission denied',
  };
  return known[code ?? ''] ?? (error instanceof Error ? error.message : String(error));
}
