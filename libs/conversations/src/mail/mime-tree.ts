import { Splitter, type MimeNode } from '@zone-eu/mailsplit';
import libmime from 'libmime';
import { MAIL_LIMITS } from './mail-limits';
import { MailUnreadable } from './mail-unreadable';

/** One MIME part with its content decoded from its transfer encoding, not from its charset. */
export interface MimePart {
  /** `type/subtype`, lower case */
  type: string;
  charset: string | null;
  params: ReadonlyMap<string, string>;
  disposition: string | null;
  fileName: string | null;
  flowed: boolean;
  delSp: boolean;
  /** header lines as sent, one byte per character */
  headerLines: readonly { key: string; line: string }[];
  /** content of a leaf; of a multipart, what stands outside its parts */
  bytes: Buffer;
  children: MimePart[];
}

/**
 * The tree of parts of one raw mail. Attached mails stay whole, as files.
 * mailparser's own splitter is used and not mailparser: that one throws away the bytes of a
 * text whose charset is undeclared or wrong, and what it merges loses parts under the skip flags.
 * @throws MailUnreadable when a limit is passed
 */
export async function readMimeTree(raw: Buffer): Promise<MimePart> {
  const splitter = new Splitter({ ignoreEmbedded: true, maxHeadSize: MAIL_LIMITS.headerBytes, maxChildNodes: MAIL_LIMITS.parts });
  const building = new Map<MimeNode, { part: MimePart; depth: number; chunks: Buffer[] }>();
  let root: MimePart | null = null;
  splitter.end(raw);
  try {
    for await (const chunk of splitter as AsyncIterable<MimeNode | { type: 'body' | 'data' | 'none'; node: MimeNode; value?: Buffer }>) {
      if (chunk.type === 'node') {
        const parent = chunk.parentNode ? building.get(chunk.parentNode) : undefined;
        const depth = (parent?.depth ?? 0) + 1;
        if (depth > MAIL_LIMITS.nesting) throw new MailUnreadable('too_deep');
        const part = toPart(chunk);
        if (parent) parent.part.children.push(part);
        else root ??= part;
        building.set(chunk, { part, depth, chunks: [] });
      } else if (chunk.type !== 'none' && chunk.value) {
        building.get(chunk.node)?.chunks.push(chunk.value);
      }
    }
    for (const [node, { part, chunks }] of building) part.bytes = await decodeTransfer(node, Buffer.concat(chunks));
  } catch (error) {
    throw asUnreadable(error);
  }
  if (!root) throw new MailUnreadable('broken', 'no header block');
  return root;
}

function toPart(node: MimeNode): MimePart {
  const lines = node.headers ? node.headers.getList() : [];
  const typeLine = lines.find((line) => line.key === 'content-type')?.line ?? '';
  const parsed = libmime.parseHeaderValue(typeLine.replace(/^[^:]*:/, ''), { stripComments: true });
  return {
    type: node.contentType || 'text/plain',
    charset: node.charset || null,
    params: new Map(Object.entries(parsed.params ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)])),
    disposition: node.disposition || null,
    fileName: node.filename || null,
    flowed: node.flowed,
    delSp: node.delSp,
    headerLines: lines,
    bytes: Buffer.alloc(0),
    children: [],
  };
}

async function decodeTransfer(node: MimeNode, body: Buffer): Promise<Buffer> {
  if (node.multipart || !['base64', 'quoted-printable'].includes(node.encoding || '')) return body;
  const decoder = node.getDecoder();
  decoder.end(body);
  const chunks: Buffer[] = [];
  for await (const chunk of decoder as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function asUnreadable(error: unknown): MailUnreadable {
  if (error instanceof MailUnreadable) return error;
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'EMAXLEN') return new MailUnreadable(/header/i.test(message ?? '') ? 'too_many_headers' : 'too_many_parts');
  return new MailUnreadable('broken', error instanceof Error ? error.name : 'unknown');
}
