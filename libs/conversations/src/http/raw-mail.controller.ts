import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { Allow, type ScopedRequest } from '@kaiku/platform';
import type { FastifyReply } from 'fastify';
import { QuarantinedMailNotFound } from '../conversations.problems';
import { QuarantineQueries } from '../quarantine.queries';

/** Mail exactly as it came, to save and open elsewhere. Each download is recorded. */
@Controller('mail')
export class RawMailController {
  constructor(private readonly quarantine: QuarantineQueries) {}

  @Get('raw/:entryId.eml')
  @Allow('mail.view_raw')
  async original(@Param('entryId') entryId: string, @Req() request: ScopedRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.send(reply, await this.quarantine.original(request.kaiku!.viewer, entryId), entryId);
  }

  @Get('quarantine/:id.eml')
  @Allow('mail.quarantine')
  async quarantined(@Param('id') id: string, @Req() request: ScopedRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.send(reply, await this.quarantine.raw(request.kaiku!.viewer, id), id);
  }

  private async send(reply: FastifyReply, bytes: Buffer | null, id: string): Promise<void> {
    if (!bytes) throw new QuarantinedMailNotFound();
    await reply
      .header('content-type', 'application/octet-stream')
      .header('content-disposition', `attachment; filename="${id}.eml"`)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', `sandbox; default-src 'none'`)
      .header('cache-control', 'private, no-store')
      .send(bytes);
  }
}
