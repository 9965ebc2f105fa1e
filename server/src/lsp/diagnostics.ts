import type { Connection, Diagnostic as LspDiagnostic } from 'vscode-languageserver';
import { diagnosticOf } from '../features/diagnostics.ts';
import type { Report } from '../rules/report.ts';
import type { Finding, Severity } from '../rules/rule.ts';
import { safelyDone, unlessRefused } from './safely.ts';
import type { Workspace } from './workspace.ts';

const rulesPage = 'https://github.com/kafka-config/kafka-config/blob/main/docs/rules.md';

/** More findings than this say nothing new, and are sent again on every key. */
const limit = 1000;

/** The diagnostics of an open document. */
export function diagnosticsOf(workspace: Workspace, uri: string): LspDiagnostic[] {
  const document = workspace.get(uri);
  if (document === undefined) return [];
  const reports = document.reports(workspace.settings.rules);
  return reports.slice(0, limit).map((report) => madeOf(report, uri));
}

/** A diagnostic, and what it was made of besides the finding itself. */
interface Made {
  readonly line: number;
  readonly severity: Severity;
  readonly diagnostic: LspDiagnostic;
}

const made = new WeakMap<Finding, Made>();

/** The diagnostic of a report: the same as last time while its block stays where it is. One that points at other places is made anew. */
function madeOf(report: Report, uri: string): LspDiagnostic {
  const { finding, severity } = report;
  const { line } = finding.at.entry.block;
  const known = made.get(finding);
  if (known?.line === line && known.severity === severity) return known.diagnostic;
  const diagnostic = diagnosticOf(report, uri, rulesPage) as LspDiagnostic;
  if (finding.related === undefined) made.set(finding, { line, severity, diagnostic });
  return diagnostic;
}

/** Publishes after each change, once for all changes that came in together: what is still to be read goes first. */
export class Publisher {
  readonly #connection: Connection;
  readonly #workspace: Workspace;
  readonly #waiting = new Set<string>();
  readonly #published: (uri: string) => void;
  readonly #later: (task: () => void) => void;

  constructor(connection: Connection, workspace: Workspace, later: (task: () => void) => void, published: (uri: string) => void) {
    this.#connection = connection;
    this.#later = later;
    this.#workspace = workspace;
    this.#published = published;
  }

  /** Asks for the diagnostics of a document to be sent. */
  soon(uri: string): void {
    if (this.#waiting.size === 0) this.#later(() => this.#publish());
    this.#waiting.add(uri);
  }

  /** Takes the marks away from a document that is closed. */
  clear(uri: string): void {
    this.#waiting.delete(uri);
    unlessRefused(this.#connection, this.#connection.sendDiagnostics({ uri, diagnostics: [] }));
  }

  #publish(): void {
    const uris = [...this.#waiting];
    this.#waiting.clear();
    // What goes wrong with one document keeps none of the others waiting.
    uris.forEach(safelyDone(this.#connection, (uri) => this.#send(uri)));
  }

  #send(uri: string): void {
    const version = this.#workspace.versionOf(uri);
    if (version === undefined) return;
    const diagnostics = diagnosticsOf(this.#workspace, uri);
    unlessRefused(this.#connection, this.#connection.sendDiagnostics({ uri, version, diagnostics }));
    this.#published(uri);
  }
}
