import { Controller, Get, Post, Req, Res, UseFilters } from '@nestjs/common';
import { Clock, LIMITS, nobody, system, viewerOf } from '@kaiku/kernel';
import { Config, Database, inEachLanguage, localeOf, type PageProblem, Public, queryValue, sendBack, sendPage } from '@kaiku/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AddPublicMessage } from '../commands/add-public-message';
import { CloseByCustomer } from '../commands/close-by-customer';
import { MailFreshLink } from '../commands/mail-fresh-link';
import { storable } from '../mail/clean-text';
import { MailSecrets } from '../mail-secrets';
import { readBody, type Sent } from './form-body';
import { FormSeals } from './form-seals';
import { noticePage } from './info-pages';
import { FORM_LINK, isToken } from './public-link.repository';
import { PublicErrorsFilter } from './public-errors.filter';
import { PublicThrottle } from './public-throttle';
import { DONE, statusPage, type Done, type StatusPage } from './status-page';
import { StatusQueries } from './status.queries';
import { showingOf } from './status.rules';

const PAGE = system('public_page');
const READER = viewerOf(nobody);
type Opened = Pick<StatusPage, 'ticket' | 'messages' | 'showing'> & { readonly byFormLink: boolean };

/** The customer's own page of a ticket. Whoever has the link reads it; reading it changes nothing. */
@Controller()
@UseFilters(PublicErrorsFilter)
export class StatusController {
  constructor(
    private readonly database: Database,
    private readonly status: StatusQueries,
    private readonly addMessage: AddPublicMessage,
    private readonly close: CloseByCustomer,
    private readonly mailLink: MailFreshLink,
    private readonly secrets: MailSecrets,
    private readonly seals: FormSeals,
    private readonly throttle: PublicThrottle,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  // The router takes long parameters (create-api.ts), so that a token of any length is answered alike.
  @Get(inEachLanguage('m/:token'))
  @Public('the token in the address is the key')
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const token = tokenOf(request);
    const opened = await this.open(token);
    if (!opened) return this.notFound(request, reply);
    await sendPage(reply, 200, this.page(request, token, opened, {}));
  }

  @Post(inEachLanguage('m/:token'))
  @Public('the token in the address is the key')
  async act(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const token = tokenOf(request);
    const opened = await this.open(token);
    if (!opened) return this.notFound(request, reply);
    const sent = await readBody(request);
    const typed = storable(sent.get('text')?.[0] ?? '');
    if (sent.has('_lang')) return sendPage(reply, 200, this.page(request, token, opened, { typed }));
    const { ticketId } = opened.ticket;
    const done = (what: Done, where = token) => sendBack(reply, `/${localeOf(request)}/m/${where}?done=${what}#done`);
    switch (sent.get('do')?.[0]) {
      case 'link':
        if (opened.showing !== 'all' && (await this.throttle.link(ticketId))) await this.mailLink.run(PAGE, ticketId);
        return done('link');
      case 'close':
        if (opened.showing === 'steps') break;
        await this.close.run(PAGE, { ticketId, token });
        return done('closed');
      case 'message': {
        if (opened.showing === 'steps') break;
        const read = await this.readMessage(ticketId, sent, typed);
        if ('problem' in read) return sendPage(reply, 422, this.page(request, token, opened, { typed, problems: [read.problem] }));
        return done('sent', await this.addMessage.run(PAGE, { ticketId, token, byFormLink: opened.byFormLink, nonceHash: read.nonceHash, text: typed.trim() }));
      }
    }
    await sendPage(reply, 200, this.page(request, token, opened, {}));
  }

  private async readMessage(ticketId: string, sent: Sent, typed: string): Promise<{ nonceHash: Buffer } | { problem: PageProblem }> {
    const problem = (fault: string, params: PageProblem['params'] = {}) => ({ problem: { field: 'text', fault, params } });
    if (typed.trim() === '') return problem('message_required');
    if (typed.trim().length > LIMITS.form.text) return problem('what_too_long', { maximum: LIMITS.form.text });
    const nonce = this.seals.readNonce('status', sent.get('nonce')?.[0] ?? '', this.clock.now());
    if (nonce.state !== 'good') return problem(nonce.state === 'expired' ? 'page_expired' : 'page_unknown');
    return (await this.throttle.message(ticketId)) ? { nonceHash: nonce.hash } : problem('too_many_messages');
  }

  /** Null for every link that opens nothing, whatever is wrong with it. */
  private async open(token: string): Promise<Opened | null> {
    if (!isToken(token)) return null;
    const now = this.clock.now();
    return this.database.publicRead(async () => {
      const ticket = await this.status.ticket(READER, this.secrets.linkHash(token), now);
      if (!ticket) return null;
      const byFormLink = token === this.secrets.linkToken(ticket.ticketId, FORM_LINK);
      const showing = showingOf(ticket, byFormLink, now);
      return { ticket, byFormLink, showing, messages: await this.status.messages(READER, ticket.ticketId, now) };
    });
  }

  private page(request: FastifyRequest, token: string, { ticket, messages, showing }: Opened, over: Partial<StatusPage>): string {
    const now = this.clock.now();
    const done = DONE.find((d) => d === queryValue(request, 'done')) ?? null;
    return statusPage({ locale: localeOf(request), organisation: this.config.organisation, zone: this.config.timeZone, token, nonce: this.seals.nonce('status', now), now, ticket, messages, showing, done, typed: '', problems: [], ...over });
  }

  private async notFound(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const tooMany = await this.throttle.badToken(request.ip);
    const locale = localeOf(request);
    if (tooMany) reply.header('retry-after', '600');
    await sendPage(reply, tooMany ? 429 : 404, noticePage(locale, this.config.organisation, tooMany ? 'too_many' : 'not_found', (other) => `/${other}/form`));
  }
}

const tokenOf = (request: FastifyRequest): string => (request.params as Readonly<Record<string, string>>).token ?? '';
