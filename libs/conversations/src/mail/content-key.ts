import { createHash } from 'node:crypto';
import type { HeaderBlock } from './mail-headers';
import type { MimePart } from './mime-tree';

/**
 * What makes two mails the same mail: Message-ID, From, Date, Subject and the content of each
 * part. Trace headers, boundaries, transfer encodings and line ends are left out, since they
 * change on the way. A second mail under a used Message-ID gets another key, and a mail
 * without Message-ID still has one.
 * @returns hex sha256
 */
export function contentKeyOf(block: HeaderBlock, root: MimePart): string {
  const hash = createHash('sha256');
  // lengths first, so that no two different lists of fields run together
  const add = (field: Buffer): void => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(field.length);
    hash.update(length).update(field);
  };
  for (const name of ['message-id', 'from', 'date', 'subject']) add(Buffer.from((block.words(name) ?? '').trim()));
  for (const part of leaves(root)) {
    add(Buffer.from(part.type));
    add(part.type.startsWith('text/') ? settledText(part.bytes) : part.bytes);
  }
  return hash.digest('hex');
}

/** Line ends and trailing blank lines are the transport's. */
function settledText(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n').trimEnd(), 'latin1');
}

function* leaves(part: MimePart): Generator<MimePart> {
  if (part.children.length === 0) yield part;
  for (const child of part.children) yield* leaves(child);
}
