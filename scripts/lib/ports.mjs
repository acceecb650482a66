// Ports: 0 means any, and a taken one is told by the name of its variable.
import { createServer } from 'node:net';
import { Refusal } from './say.mjs';

const listen = (port, host) =>
  new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen({ port, host, exclusive: true }, () => {
      const got = server.address().port;
      server.close(() => done(got));
    });
  });

/** A port of 127.0.0.1 that nobody listened on a moment ago. */
export const freePort = () => listen(0, '127.0.0.1');

/** The wanted port when it is free, else another free one. */
export const portOr = async (wanted) => (wanted ? listen(wanted, '127.0.0.1').catch(() => freePort()) : freePort());

/** Reads a port variable: a number 0–65535, else its default. */
export function portFrom(name, fallback) {
  const text = process.env[name];
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new Refusal(`${name}=${text} is not a port: give a number from 0 (any free one) to 65535.`);
  return port;
}

/**
 * Settles the listed port variables: 0 becomes a free port, a taken one is refused by name.
 * @param wanted {name: default} @returns {name: port}
 */
export async function settlePorts(wanted) {
  const settled = {};
  const used = new Map();
  for (const [name, fallback] of Object.entries(wanted)) {
    const port = portFrom(name, fallback);
    if (used.has(port) && port !== 0) throw new Refusal(`${name} and ${used.get(port)} are both ${port}: give one of them another port.`);
    settled[name] = port === 0 ? await freePort() : await taken(name, port);
    used.set(settled[name], name);
  }
  return settled;
}

async function taken(name, port) {
  try {
    return await listen(port, process.env.KAIKU_HOST || '127.0.0.1');
  } catch (error) {
    if (error.code === 'EADDRINUSE') throw new Refusal(`Port ${port} is taken by another program. Choose another: ${name}=<port> (0 = any free port).`);
    if (error.code === 'EACCES') throw new Refusal(`Port ${port} may not be used by this user. Choose another: ${name}=<port> (above 1023).`);
    throw error;
  }
}
