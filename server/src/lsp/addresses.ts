/** The path of a document, with `/` between its parts; of a drive of Windows as `/c:/…`. Never refused: what is escaped wrongly stays as it is. */
export function pathOf(uri: string): string {
  return unescaped(uri.replace(/^[a-z][\w+.-]*:(\/\/[^/]*)?/i, '').replace(/[?#].*$/, ''));
}

/**
 * The address of a file by its path from a document's folder; undefined for documents that stand nowhere, and for paths to another machine
 * (`//host/share`): to look there would tell that machine who opened the document.
 */
export function besideUri(document: string, path: string): string | undefined {
  try {
    const from = new URL(document);
    const to = new URL(path.split(/[/\\]/).map(encodeURIComponent).join('/'), from);
    return to.host === from.host ? plainUri(to.href) : undefined;
  } catch {
    return undefined;
  }
}

/** An address escaped in one way, since clients differ in what they escape. */
export function plainUri(uri: string): string {
  try {
    const { protocol, host, pathname } = new URL(uri);
    return `${protocol}//${host}${pathname.split('/').map(escaped).join('/')}`;
  } catch {
    return uri;
  }
}

/** The last part of an address; empty for that of a folder. */
export function nameOf(uri: string): string {
  return unescaped(uri.slice(uri.lastIndexOf('/') + 1));
}

function escaped(part: string): string {
  return encodeURIComponent(unescaped(part)).replaceAll('%3A', ':');
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
