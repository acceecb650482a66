import { Catch, HttpException, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { LOCALES, type Locale } from '@kaiku/kernel';
import { Config, localeFrom, log, queryValue, sendPage } from '@kaiku/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { saidPage } from './said-page';

/** The language asked for in the address, or null. */
export const askedLanguage = (request: Pick<FastifyRequest, 'query'>): Locale | null => LOCALES.find((locale) => locale === queryValue(request, 'lang')) ?? null;
/** Where nothing says more: the browser's. */
export const browserLanguage = (request: Pick<FastifyRequest, 'query' | 'headers'>): Locale => askedLanguage(request) ?? localeFrom(request.headers['accept-language'], 'fi');

/** Whatever goes wrong behind these pages is answered with a page, without details. */
@Catch()
@Injectable()
export class SurveyErrorsFilter implements ExceptionFilter {
  constructor(private readonly config: Config) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const given = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null)?.statusCode;
    const status = typeof given === 'number' && given >= 400 && given < 500 ? given : 500;
    if (status === 500) log.error({ err: error }, 'a survey page failed');
    await sendPage(reply, status, saidPage('broken', { locale: browserLanguage(request), organisation: this.config.organisation, path: (locale) => `/${locale}/form` }));
  }
}
