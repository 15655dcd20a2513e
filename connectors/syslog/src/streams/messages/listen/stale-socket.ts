import { lstat, unlink } from 'node:fs/promises';
import { connect } from 'node:net';

/**
 * Removes the Unix socket that a crashed process left behind, so that its path can be listened on again. A path where
 * someone answers, or that is no socket, stays as it is.
 */
export async function removeStaleSocket(path: string): Promise<void> {
  if ((await isSocket(path)) && !(await answers(path))) await unlink(path);
}

async function isSocket(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSocket();
  } catch {
    return false;
  }
}

/** Whether a process listens there. Only a refused connection says for sure that none does. */
async function answers(path: string): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect(path);
    const end = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', (error) => end(!('code' in error && error.code === 'ECONNREFUSED')));
  });
}
