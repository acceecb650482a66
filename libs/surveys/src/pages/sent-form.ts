import type { FastifyRequest } from 'fastify';

export type SentForm = ReadonlyMap<string, readonly string[]>;

/** Fields of a form as a browser sends it; null: this is none (JSON, a file, nothing that says what it is). */
export function sentForm(request: Pick<FastifyRequest, 'headers' | 'body'>): SentForm | null {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) return null;
  const sent = new Map<string, string[]>();
  if (typeof request.body !== 'object' || request.body === null) return sent;
  for (const [name, value] of Object.entries(request.body)) sent.set(name, [value].flat().filter((one) => typeof one === 'string'));
  return sent;
}
