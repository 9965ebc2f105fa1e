// The settings of an editor, which may hold anything.
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../server/src/lsp/settings.ts';

/** The role that a glob gives a path. */
function roleOf(glob: string, path: string): string | undefined {
  return readSettings({ roles: { [glob]: 'broker' } }).roles.find(({ pattern }) => pattern.test(path))?.role;
}

describe('a glob of the setting for roles', () => {
  it.each([
    ['server.properties', '/kafka/config/server.properties'],
    ['config/*.properties', '/kafka/config/server.properties'],
    ['**/brokers/**', '/kafka/brokers/a/b.conf'],
    ['**/broker-?.conf', '/broker-1.conf'],
    ['config/{server,broker}.properties', '/config/broker.properties'],
    ['**/{*.conf,broker*.properties}', '/a/broker-1.properties'],
    ['a+b(1)[x].properties', '/a+b(1)[x].properties'],
    ['half{open', '/half{open'],
    ['/c:/Users/me/server.properties', '/c:/Users/me/server.properties'],
  ])('%s is for %s', (glob, path) => expect(roleOf(glob, path)).toBe('broker'));

  it.each([
    ['server.properties', '/kafka/my-server.properties'],
    ['config/*.properties', '/config/a/server.properties'],
    ['server.properties', '/server-properties'],
    ['{a,b}.conf', '/c.conf'],
  ])('%s is not for %s', (glob, path) => expect(roleOf(glob, path)).toBeUndefined());
});

it.each([undefined, null, 3, [], { roles: 'x', rules: 3, kafkaVersion: 4 }, { roles: { a: 'king' }, rules: { x: 'loud' } }])(
  'what is not understood is left out: %j',
  (section) => expect(readSettings(section)).toEqual({ kafka: undefined, roles: [], rules: new Map() }),
);
