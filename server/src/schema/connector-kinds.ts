/** What a connector does, as far as its class's name says it. */
export function kindOfConnector(className: string): 'sink' | 'source' | undefined {
  const [, kind] = /(Sink|Source)(?:Connector)?$/.exec(className) ?? [];
  return kind === undefined ? undefined : kind === 'Sink' ? 'sink' : 'source';
}

/** What Connect itself reads, for connectors of one kind only; of a connector’s own properties it knows nothing. */
export const readFor = {
  sink: /^errors\.deadletterqueue\./,
  source: /^(topic\.creation\.|exactly\.once\.support$|transaction\.boundary|offsets\.storage\.topic$)/,
} as const;
