import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@kaiku/kernel';
import { log } from '@kaiku/platform';
import { safeName } from '../mail/safe-name';
import { sniffType } from '../mail/sniff-type';
import { ImageNotStripped, stripImage } from '../mail/strip-image';
import { AttachmentRepository, type AttachmentRow } from './attachment.repository';
import { FileStore } from './file-store';

export interface FileToKeep {
  readonly id?: string;
  readonly bytes: Buffer;
  readonly name: string;
  readonly declaredType: string;
  readonly contentId?: string | null;
  readonly inline?: boolean;
}

/** What is stored of a file once its type is known and its metadata are gone. */
export interface PreparedFile {
  readonly id: string;
  readonly storedAs: string;
  readonly keyId: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly image: boolean;
  readonly inline: boolean;
  readonly contentId: string | null;
  readonly sha256: Buffer;
}

/** Types, strips and seals a file. Slow work: before the transaction; {@link KeepFile.record} inside it. */
@Injectable()
export class KeepFile {
  constructor(
    private readonly store: FileStore,
    private readonly attachments: AttachmentRepository,
    private readonly clock: Clock,
  ) {}

  async prepare(file: FileToKeep): Promise<PreparedFile> {
    const sniffed = await sniffType(file.bytes, file.declaredType, file.name);
    let { bytes } = file;
    let contentType = sniffed.type;
    let image = false;
    if (sniffed.picture) {
      try {
        const stripped = await stripImage(bytes);
        bytes = stripped.bytes;
        contentType = stripped.type;
        image = true;
      } catch (error) {
        // A picture that cannot be read safely is kept as a plain file to download.
        if (!(error instanceof ImageNotStripped)) throw error;
        contentType = 'application/octet-stream';
        log.info({ reason: error.reason }, 'picture kept as a plain file');
      }
    }
    const { storedAs, keyId } = await this.store.put(bytes);
    return { id: file.id ?? newId(), storedAs, keyId, name: safeName(file.name), contentType, size: bytes.length, image, inline: image && (file.inline ?? false), contentId: file.contentId ?? null, sha256: createHash('sha256').update(bytes).digest() };
  }

  async record(file: PreparedFile, on: { entryId: string | null; ticketId: string | null; uploadedBy: string | null }): Promise<AttachmentRow> {
    const row = { ...file, ...on, createdAt: this.clock.now() };
    await this.attachments.insert(row);
    return row;
  }
}
