import { connect, type Socket } from 'node:net';
import type { Stage } from '../../tests/support/stage.ts';
import type { Fault } from './fault.ts';

function open(stage: Stage): Socket {
  const { hostname, port } = new URL(stage.app.origin);
  const socket = connect(Number(port), hostname);
  // Hung up on, which is what it deserves.
  socket.on('error', () => undefined);
  return socket;
}

/** Sends something to the app over and over on many connections, each opened again when it is hung up on. */
function keepSending(
  count: number,
  everyMs: number,
  next: (socket: Socket) => void,
): Fault['begin'] {
  return (stage) => {
    const sockets = Array.from({ length: count }, () => open(stage));
    const timer = setInterval(() => {
      for (const [index, socket] of sockets.entries()) {
        if (socket.destroyed) sockets[index] = open(stage);
        else next(socket);
      }
    }, everyMs);
    return () => {
      clearInterval(timer);
      for (const socket of sockets) socket.destroy();
      return Promise.resolve();
    };
  };
}

const begun = new WeakSet<Socket>();

function beginOnce(socket: Socket, head: string): void {
  if (begun.has(socket)) return;
  begun.add(socket);
  socket.write(head);
}

const slowloris: Fault = {
  fault: 'slowloris: 500 connections with a byte every second',
  lastsMs: 12_000,
  begin: keepSending(500, 1000, (socket) => {
    beginOnce(socket, 'POST /webhooks HTTP/1.1\r\nHost: x\r\n');
    socket.write('X');
  }),
};

const piece = Buffer.alloc(256 * 1024, 120);

const large: Fault = {
  fault: 'bodies without an end, on twenty connections',
  lastsMs: 10_000,
  begin: keepSending(20, 20, (socket) => {
    beginOnce(socket, 'POST /webhooks HTTP/1.1\r\nHost: x\r\nContent-Length: 8000000\r\n\r\n');
    if (socket.writableLength < piece.length) socket.write(piece);
  }),
};

export const senderFaults: readonly Fault[] = [slowloris, large];
