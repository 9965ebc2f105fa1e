import type { Config } from '../../server/src/configs/config.ts';
import { actionsAt, fixAll } from '../../server/src/features/actions.ts';
import { completion } from '../../server/src/features/completion.ts';
import { diagnosticOf, rangeOf } from '../../server/src/features/diagnostics.ts';
import type { Document } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover.ts';
import { symbols } from '../../server/src/features/symbols.ts';
import { valueTails } from '../../server/src/features/value-tails.ts';
import { statusOf } from '../../server/src/lsp/status.ts';
import type { Place } from '../../server/src/text/block.ts';

/** Everything that an editor may be told of a document; hovers and completions at some places of it. */
export function answers(document: Document, places: readonly Place[]): unknown {
  const start = { line: 0, character: 0 };
  const all = { start, end: { line: document.lines.length, character: 0 } };
  return {
    diagnostics: document
      .reports(new Map())
      .map((report) => text(diagnosticOf(report, 'file:///a')))
      .sort(),
    actions: actionsAt(document, all, new Map())
      .map(({ title, report, edits, preferred, convert }) => text([title, report.rule.id, edits, preferred, convert]))
      .sort(),
    fixAll: fixAll(document, new Map()),
    status: statusOf(document).map(text).sort(),
    configs: document.placement.configs
      .filter(({ size }) => size > 0)
      .map((config) => text(configOf(config)))
      .sort(),
    symbols: symbols(document),
    tails: valueTails(document, 0, document.lines.length),
    hovers: places.map((place) => hover(document, place, undefined)),
    completions: places.map((place) => completionAt(document, place)),
  };
}

/** Both ends of each line, and its middle. */
export function everywhere({ lines }: Document): readonly Place[] {
  return lines.flatMap(({ length }, line) => [...new Set([0, length >> 1, length])].map((character) => ({ line, character })));
}

function text(value: unknown): string {
  return JSON.stringify(value);
}

function configOf(config: Config): unknown {
  const { role, kafka, family, librdkafka, why, whole, unread, overlay, managedBy, parent, presets } = config.identity;
  const settings = [...config.written()].map((setting) =>
    text([setting.key, setting.value, setting.unknown, rangeOf(setting.entry, 'entry'), setting.resolution?.kind]),
  );
  const elsewhere = [...config.settings()].map(({ key, value }) => text([key, value]));
  // Of a view nobody is told why it is there.
  const told = parent === undefined && why;
  return [
    role,
    kafka,
    family,
    librdkafka,
    told,
    whole,
    unread,
    overlay,
    managedBy,
    [...(presets ?? [])],
    settings.sort(),
    elsewhere.sort(),
  ];
}

/** What names classes is a map in no order. */
function completionAt(document: Document, place: Place): unknown {
  const found = completion(document, place);
  if (found === undefined) return undefined;
  const classes = Object.entries(found.data.classes ?? {}).sort();
  return { ...found, data: { ...found.data, classes } };
}
