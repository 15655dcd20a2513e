import { connect } from 'node:net';

/** Whether somebody listens on a TCP port of 127.0.0.1, or on the Unix socket with this path. */
export function canConnect(to: number | string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = typeof to === 'number' ? connect(to, '127.0.0.1') : connect(to);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
