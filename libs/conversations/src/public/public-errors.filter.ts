import { Catch, HttpException, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { Config, localeOf, log, sendPage } from '@kaiku/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { noticePage } from './info-pages';

/** Whatever goes wrong behind a public page is answered with a page, without details. */
@Catch()
@Injectable()
export class PublicErrorsFilter implements ExceptionFilter {
  constructor(private readonly config: Config) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const status = statusOf(error);
    if (status >= 500) log.error({ err: error }, 'a public page failed');
    const locale = localeOf(request);
    await sendPage(reply, status, noticePage(locale, this.config.organisation, 'broken', (other) => `/${other}/form`));
  }
}

/** A body that is no form, or far too much of one, is the sender's fault; the rest is ours. */
function statusOf(error: unknown): number {
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
