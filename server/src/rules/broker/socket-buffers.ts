import type { RelationRule } from '../rule.ts';

const keys = ['socket.receive.buffer.bytes', 'socket.send.buffer.bytes'];
const node = 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\n';

export const socketBuffers: RelationRule = {
  id: 'socket-buffers',
  title: 'Buffers of sockets have a byte at least',
  why: 'These sizes go to the sockets that a server opens: Java refuses them from 0 down, except for -1, with which Kafka leaves the size to the system.',
  severity: 'error',
  roles: ['broker', 'controller'],
  source: 'kafka.network.Acceptor#openServerSocket; java.net.ServerSocket#setReceiveBufferSize',
  examples: [
    {
      text: `${node}socket.receive.buffer.bytes=«0»\n`,
      message: '`socket.receive.buffer.bytes` must be at least 1, or -1 for the system’s own size.',
    },
    { text: `${node}socket.send.buffer.bytes=«-2»\n` },
    { text: `${node}socket.send.buffer.bytes=-1\nsocket.receive.buffer.bytes=1\n` },
  ],
  reads: keys,
  *check(config) {
    for (const key of keys) {
      const at = config.own(key);
      const value = config.number(key);
      if (at?.definition === undefined || value === undefined || value === -1 || value > 0) continue;
      yield { at, message: `\`${key}\` must be at least 1, or -1 for the system’s own size.` };
    }
  },
};
