import { Controller, Delete, Get, Options, Patch, Post, Put, Req, Res, UseFilters } from '@nestjs/common';
import { Clock, nobody } from '@kaiku/kernel';
import { Unsubscribe, UnsubscribeLinkInvalid, UnsubscribeTokens } from '@kaiku/customers';
import { Config, Public, sendPage } from '@kaiku/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnswerThrottle } from './answer-throttle';
import { saidPage, unsubscribePage } from './said-page';
import { browserLanguage, SurveyErrorsFilter } from './survey-errors.filter';

/**
 * Ends surveys to an address. Opening the link asks nothing of the database; the button's POST, which a mail program may send by itself
 * (RFC 8058), does it, and once more does nothing more.
 */
@Controller('u/:token')
@UseFilters(SurveyErrorsFilter)
export class UnsubscribeController {
  constructor(
    private readonly tokens: UnsubscribeTokens,
    private readonly unsubscribe: Unsubscribe,
    private readonly throttle: AnswerThrottle,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Public('the signed token in the address is the key; reading changes nothing')
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!this.tokens.read(tokenOf(request), this.clock.now())) return this.notFound(request, reply);
    await sendPage(reply, 200, this.page(request, false));
  }

  @Post()
  @Public('the signed token in the address is the key; mail programs post without a form')
  async end(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    try {
      await this.unsubscribe.run(nobody, { token: tokenOf(request), scope: 'surveys' });
    } catch (error) {
      if (error instanceof UnsubscribeLinkInvalid) return this.notFound(request, reply);
      throw error;
    }
    await sendPage(reply, 200, this.page(request, true));
  }

  @Options() @Public('says which methods there are')
  options(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> { return this.refuse(request, reply); }
  @Put() @Public('says which methods there are')
  put(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> { return this.refuse(request, reply); }
  @Patch() @Public('says which methods there are')
  patch(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> { return this.refuse(request, reply); }
  @Delete() @Public('says which methods there are')
  remove(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> { return this.refuse(request, reply); }

  private page(request: FastifyRequest, done: boolean): string {
    const token = tokenOf(request);
    return unsubscribePage({ locale: browserLanguage(request), organisation: this.config.organisation, token, done, path: (locale) => `/u/${token}?lang=${locale}` });
  }

  private async refuse(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await sendPage(reply.header('allow', 'GET, HEAD, POST'), 405, saidPage('method', { locale: browserLanguage(request), organisation: this.config.organisation, path: (locale) => `/${locale}/form` }));
  }

  private async notFound(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const tooMany = await this.throttle.badToken(request.ip);
    if (tooMany) reply.header('retry-after', '600');
    await sendPage(reply, tooMany ? 429 : 404, saidPage(tooMany ? 'too_many' : 'not_found', { locale: browserLanguage(request), organisation: this.config.organisation, path: (locale) => `/${locale}/form` }));
  }
}

const tokenOf = (request: FastifyRequest): string => (request.params as Readonly<Record<string, string>>).token ?? '';
