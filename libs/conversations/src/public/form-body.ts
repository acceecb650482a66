import { LIMITS } from '@kaiku/kernel';
import type { FastifyRequest } from 'fastify';
// Adds isMultipart and parts to the request's type.
import type {} from '@fastify/multipart';

export interface SentFile {
  readonly name: string;
  readonly declaredType: string;
  /** Null: larger than a file may be; none of it was kept. */
  readonly bytes: Buffer | null;
}

export type Sent = ReadonlyMap<string, readonly string[]>;

/** Far above what the form has: a browser never reaches them. */
const OPTIONS = { limits: { fields: 60, files: 30, parts: 90, fieldSize: 256 * 1024, fileSize: LIMITS.form.fileBytes }, throwFileSizeLimit: false };

/**
 * Reads a posted form. Files are handed over one at a time as they arrive, with the fields that came before them, so that never more than
 * one is in memory.
 */
export async function readBody(request: FastifyRequest, takeFile: (file: SentFile, sent: Sent) => Promise<void> = async () => undefined): Promise<Sent> {
  const sent = new Map<string, string[]>();
  const add = (name: string, value: unknown) => {
    if (typeof value === 'string') sent.set(name, [...(sent.get(name) ?? []), value]);
  };
  if (!request.isMultipart()) {
    const body = typeof request.body === 'object' && request.body !== null ? request.body : {};
    for (const [name, value] of Object.entries(body)) for (const one of [value].flat()) add(name, one);
    return sent;
  }
  for await (const part of request.parts(OPTIONS)) {
    if (part.type === 'field') {
      add(part.fieldname, part.value);
      continue;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of part.file as AsyncIterable<Buffer>) chunks.push(chunk);
    const bytes = part.file.truncated ? null : Buffer.concat(chunks);
    // A browser sends an empty part where no file was chosen.
    if (bytes === null || bytes.length > 0) await takeFile({ name: part.filename ?? '', declaredType: part.mimetype, bytes }, sent);
  }
  return sent;
}
