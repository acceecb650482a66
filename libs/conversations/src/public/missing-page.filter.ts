import { Catch, HttpException, Injectable, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { LOCALES, type Locale } from '@kaiku/kernel';
import { Config, localeFrom, sendPage } from '@kaiku/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { noticePage } from './info-pages';

/** First parts of the console's addresses: who mistypes one of these works here. */
const OF_DESK = /^\/(queue|t|customers|admin|sign-in|setup)(\/|\?|$)/;

/** An address that nothing stands at: a page in the reader's language for people, the plain answer for programs. */
@Catch(NotFoundException)
@Injectable()
export class MissingPageFilter implements ExceptionFilter<NotFoundException> {
  constructor(private readonly config: Config) {}

  async catch(error: HttpException, host: ArgumentsHost): Promise<void> {
    // Nothing was resolved from an address here: GraphQL words its own errors.
    if (host.getType<string>() === 'graphql') throw error;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (!wantsPage(request)) return void reply.status(404).send(error.getResponse());
    await sendPage(reply.header('vary', 'accept, accept-language'), 404, noticePage(languageOf(request), this.config.organisation, 'not_found', (other) => `/${other}/form`, OF_DESK.test(request.url)));
  }
}

/** Browsers say that they want a page when somebody goes to an address; programs that take anything do not. */
const wantsPage = ({ method, headers }: FastifyRequest): boolean => (method === 'GET' || method === 'HEAD') && /\btext\/html\b/i.test(headers.accept ?? '');

/** Of the address when it has one of our languages, else of the browser. */
const languageOf = ({ url, headers }: FastifyRequest): Locale => LOCALES.find((locale) => new RegExp(`^/${locale}(/|\\?|$)`).test(url)) ?? localeFrom(headers['accept-language'], 'fi');
