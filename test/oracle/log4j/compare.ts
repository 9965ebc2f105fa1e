/** What one side did with a configuration. */
export interface Observation {
  readonly status: string;
  readonly rolling: readonly string[];
  /** Text by place: `stdout`, `stderr`, `file …`. */
  readonly places: ReadonlyMap<string, string>;
}

export type Check = 'clean' | 'routing' | 'text' | 'roll-over';

/** Reads what a side wrote for one case (sections begin with U+0001). */
export function readObservation(text: string): Observation {
  const sections = text
    .split('\u0001')
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')), section.slice(section.indexOf('\n') + 1)] as const);
  const byName = new Map(sections);
  return {
    status: byName.get('status') ?? '',
    rolling: (byName.get('rolling') ?? '').split('\n').filter((line) => line !== ''),
    places: new Map(sections.filter(([name]) => name !== 'status' && name !== 'rolling')),
  };
}

/** The checks that the result fails, with a first reason each. */
export function compare(before: Observation, after: Observation): readonly (readonly [Check, string])[] {
  const faults: (readonly [Check, string])[] = [];
  if (after.status !== '') faults.push(['clean', after.status.split('\n')[0] ?? '']);
  const routing = routingFault(before, after);
  if (routing !== undefined) faults.push(['routing', routing]);
  const text = [...before.places].find(([place, content]) => mask(content) !== mask(after.places.get(place) ?? ''));
  if (text !== undefined) faults.push(['text', `${text[0]}: ${firstDifference(mask(text[1]), mask(after.places.get(text[0]) ?? ''))}`]);
  const known = before.rolling.filter((line) => !line.endsWith(' unknown'));
  const skip = new Set(before.rolling.filter((line) => line.endsWith(' unknown')).map((line) => line.split(' ')[0]));
  const rolling = after.rolling.filter((line) => !skip.has(line.split(' ')[0]));
  if (known.join('\n') !== rolling.join('\n')) faults.push(['roll-over', firstDifference(known.join('\n'), rolling.join('\n'))]);
  return faults;
}

function routingFault(before: Observation, after: Observation): string | undefined {
  const places = new Set([...before.places.keys(), ...after.places.keys()]);
  for (const place of places) {
    if (!after.places.has(place)) return `${place} is missing`;
    if (!before.places.has(place)) return `${place} is new`;
    if (eventsIn(before, place) !== eventsIn(after, place)) return `other events in ${place}`;
  }
  return undefined;
}

function eventsIn({ places }: Observation, place: string): string {
  return (places.get(place)?.match(/event-\d+-/g) ?? []).join();
}

/** Milliseconds since the start, and the start itself, are not the same twice. */
function mask(text: string): string {
  return text.replace(/\d{10,}/g, '#').replace(/^Log session start time .*$/gm, 'Log session start time');
}

function firstDifference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const from = Math.max(0, at - 40);
  return `${JSON.stringify(a.slice(from, at + 60))} ≠ ${JSON.stringify(b.slice(from, at + 60))}`;
}
