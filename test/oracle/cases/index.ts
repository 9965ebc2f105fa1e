import { rules } from '../../../server/src/rules/index.ts';
import { plain } from '../../marked.ts';
import type { OracleCase } from '../judge.ts';
import { classes } from './classes.ts';
import { admin, client, consumer, producer, shareConsumer } from './clients.ts';
import { combinations } from './combinations.ts';
import { connectors, mirrorMaker, workers } from './connect.ts';
import { elements } from './elements.ts';
import { keyCases } from './keys.ts';
import { logins } from './logins.ts';
import { places } from './places.ts';
import { propertyCases } from './properties.ts';
import { clientMetrics, group, topic } from './resources.ts';
import { server } from './server.ts';
import { startUp } from './start-up.ts';
import { streams } from './streams.ts';
import { whole } from './whole.ts';

/** What people wrote for each role. */
export function writtenCases(): readonly OracleCase[] {
  const written = [
    producer,
    consumer,
    shareConsumer,
    admin,
    client,
    streams,
    server,
    topic,
    group,
    clientMetrics,
    workers,
    connectors,
    mirrorMaker,
    combinations,
    startUp,
    logins,
    elements,
    places,
    classes,
    whole,
  ];
  return written.flat();
}

/** Every case, each role and text once. */
export function allCases(): readonly OracleCase[] {
  const once = new Map<string, OracleCase>();
  for (const one of [...writtenCases(), ...ruleExamples(), ...propertyCases(), ...keyCases()]) once.set(JSON.stringify(one), one);
  return [...once.values()];
}

/** The examples of every rule on Java's properties, in the role they are for. */
function ruleExamples(): OracleCase[] {
  return rules
    .filter(({ family }) => family === undefined || family === 'any' || family === 'java')
    .flatMap((rule) =>
      rule.examples
        .filter(({ only }) => only === undefined || only === 'properties')
        .map((example) => ({
          role: example.role ?? (rule.roles === 'all' ? 'producer' : (rule.roles[0] ?? 'producer')),
          text: plain(example.text),
        })),
    )
    .filter(({ role }) => role !== 'none');
}
