import { equal, includes, ok } from './assert.ts';
import { closeAll, status } from './events.ts';
import { open, openText } from './workspace.ts';

describe('the status bar item', () => {
  afterEach(closeAll);

  for (const role of ['producer', 'consumer']) {
    it(`says that ${role}.properties is a ${role}'s, and for which release`, async () => {
      await open(`${role}.properties`);
      const text = await status((shown) => shown?.includes(role) === true);
      ok(/^Kafka [a-z]+ \d+\.\d+$/.test(text ?? ''), `it says ${text}`);
    });
  }

  it("says that a broker's server.properties is a broker's", async () => {
    await open('server.properties');
    includes((await status((shown) => shown?.includes('broker') === true)) ?? '', 'Kafka broker');
  });

  it('finds the broker in a Compose file, with the release of its image', async () => {
    await open('compose.yaml');
    includes((await status((shown) => shown?.includes('broker') === true)) ?? '', 'Kafka broker 4.1');
  });

  it('tells a log4j 1 file', async () => {
    await open('log4j.properties');
    includes((await status((shown) => shown?.includes('Log4j') === true)) ?? '', 'Log4j 1, Kafka ');
  });

  it("is hidden for a game's server.properties", async () => {
    await open('server.properties');
    await status((shown) => shown !== undefined);
    await open('games/server.properties');
    equal(await status((shown) => shown === undefined), undefined);
  });

  it('follows what a file says of itself', async () => {
    await openText('# kafka-config: role=producer version=3.9\nacks=all\n');
    equal(await status((shown) => shown?.endsWith('3.9') === true), 'Kafka producer 3.9');
  });
});
