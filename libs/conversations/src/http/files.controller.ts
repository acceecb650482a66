import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InvalidInput, LIMITS, type StaffActor } from '@kaiku/kernel';
import { Allow, Database, type ScopedRequest } from '@kaiku/platform';
import type { FastifyReply } from 'fastify';
// Adds isMultipart and file to the request's type.
import type {} from '@fastify/multipart';
import { AttachmentNotFound } from '../conversations.problems';
import { AttachmentQueries } from '../files/attachment.queries';
import { FileStore } from '../files/file-store';
import { KeepFile } from '../files/keep-file';
import { contentDisposition } from '../mail/safe-name';

/** Only pictures we made anew are shown in the page; all else is saved, never run. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

@Controller('files')
export class FilesController {
  constructor(
    private readonly files: AttachmentQueries,
    private readonly keep: KeepFile,
    private readonly store: FileStore,
    private readonly database: Database,
  ) {}

  /** Multipart, field `file`. The file hangs nowhere until a reply takes it. */
  @Post()
  @Allow('ticket.reply')
  async upload(@Req() request: ScopedRequest): Promise<{ id: string; name: string; contentType: string; size: number }> {
    const actor = request.kaiku!.actor as StaffActor;
    const part = request.isMultipart() ? await request.file({ limits: { fileSize: LIMITS.mail.attachmentBytes, files: 1 } }) : undefined;
    if (!part) throw new InvalidInput([{ path: 'file', code: 'required' }]);
    const bytes = await part.toBuffer().catch((error: { code?: string }) => {
      if (error.code === 'FST_REQ_FILE_TOO_LARGE') throw new InvalidInput([{ path: 'file', code: 'file_too_large', params: { maximum: LIMITS.mail.attachmentBytes / 1024 / 1024 } }]);
      throw error as Error;
    });
    const prepared = await this.keep.prepare({ bytes, name: part.filename, declaredType: part.mimetype });
    const row = await this.database.transaction(() => this.keep.record(prepared, { entryId: null, ticketId: null, uploadedBy: actor.id }));
    return { id: row.id, name: row.name, contentType: row.contentType, size: row.size };
  }

  @Get(':id')
  @Allow('ticket.view')
  async download(@Param('id') id: string, @Req() request: ScopedRequest, @Res() reply: FastifyReply): Promise<void> {
    const row = (await this.files.byIds(request.kaiku!.viewer, [id])).get(id);
    if (!row) throw new AttachmentNotFound();
    const shown = row.image && SHOWN.has(row.contentType);
    await reply
      .header('content-type', row.contentType)
      .header('content-disposition', contentDisposition(row.name, shown ? 'inline' : 'attachment'))
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', `sandbox; default-src 'none'`)
      .header('cross-origin-resource-policy', 'same-origin')
      .header('cache-control', 'private, no-store')
      .send(await this.store.get(row.storedAs));
  }
}
