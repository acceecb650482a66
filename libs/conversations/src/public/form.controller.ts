import { Controller, Get, Post, Req, Res, UseFilters, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { Clock, system } from '@kaiku/kernel';
import { Config, inEachLanguage, isForeign, localeFrom, localeOf, log, Public, queryValue, sendPage } from '@kaiku/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SubmitForm, type Submitted } from '../commands/submit-form';
import { readBody, type Sent } from './form-body';
import { FormFiles, type FileIntake } from './form-files';
import { EMPTY, formPage, type FormPage } from './form-page';
import { FORM_KINDS, fieldsOf, mustWait, readForm, type FormInput, type FormProblem } from './form.rules';
import { FormSeals, type Nonce } from './form-seals';
import { infoPage } from './info-pages';
import { PublicErrorsFilter } from './public-errors.filter';
import { PublicThrottle } from './public-throttle';
import { sentPage } from './sent-page';

const FORM = system('public_form');

/** The feedback form: one page, no script, nothing kept in the browser. Reading it touches nothing. */
@Controller()
@UseFilters(PublicErrorsFilter)
export class FormController implements OnModuleInit {
  constructor(
    private readonly submitForm: SubmitForm,
    private readonly files: FormFiles,
    private readonly seals: FormSeals,
    private readonly throttle: PublicThrottle,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly http: HttpAdapterHost<FastifyAdapter>,
  ) {}

  /** Files come in as multipart bodies; who reads one says how much of it. */
  onModuleInit(): void {
    this.http.httpAdapter?.useMultipart?.();
  }

  @Get('form')
  @Public('the address on receipts and in shops: leads to the form in the reader’s language')
  async choose(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const locale = localeFrom(request.headers['accept-language'], 'fi');
    await reply.status(302).headers({ location: `/${locale}/form`, vary: 'accept-language', 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' }).send();
  }

  @Get(inEachLanguage('form'))
  @Public('customers have no accounts')
  async form(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const kind = FORM_KINDS.find((k) => k === queryValue(request, 'kind')) ?? '';
    await sendPage(reply, 200, this.page(request, { fields: { ...EMPTY, kind }, privacy: kind === 'privacy_request' }));
  }

  @Get(inEachLanguage('privacy'))
  @Public('what the form says about personal data')
  async privacy(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendPage(reply, 200, infoPage(localeOf(request), this.config.organisation, 'privacy'));
  }

  @Get(inEachLanguage('accessibility'))
  @Public('how the public pages can be used')
  async accessibility(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendPage(reply, 200, infoPage(localeOf(request), this.config.organisation, 'accessibility'));
  }

  @Post(inEachLanguage('form'))
  @Public('customers have no accounts; a signed nonce, a trap and limits stand in for one')
  async submit(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const locale = localeOf(request);
    const intake: FileIntake = { files: [], problems: [] };
    const sent = await readBody(request, (file, soFar) => this.files.take(intake, file, soFar, request.ip));
    const fields = fieldsOf(sent);
    const files = [...(await this.files.kept(sent)), ...intake.files];
    const shown = sent.get('nonce')?.[0] ?? '';
    // A form that another site's page sent off is shown to its supposed sender first.
    const nonce: Nonce = isForeign(request) ? { state: 'forged' } : this.seals.readNonce('form', shown, this.clock.now());
    const privacy = sent.has('privacy') || fields.kind === 'privacy_request';
    const again = (status: number, problems: readonly FormProblem[], fresh = nonce.state !== 'good') =>
      sendPage(reply, status, this.page(request, { fields, files: files.map((f) => ({ ...f, sealed: this.seals.file(f.id) })), problems, privacy, ...(fresh ? {} : { nonce: shown }) }));

    // A change of language keeps what was typed and says nothing about it.
    if (sent.has('_lang')) return again(200, intake.problems);
    const reading = readForm(fields, locale);
    const problems = [...reading.problems, ...intake.problems];
    if (nonce.state !== 'good') problems.push({ field: 'send', fault: nonce.state === 'expired' ? 'form_expired' : 'form_unknown' });
    if (!reading.input || problems.length > 0 || nonce.state !== 'good') return again(422, problems);

    const outcome = await this.take(request.ip, reading.input, nonce, sent, files.map((f) => f.id));
    if (!outcome) return again(503, [{ field: 'send', fault: 'not_saved' }]);
    if (outcome.outcome === 'used') return again(422, [{ field: 'send', fault: 'form_used', params: { number: outcome.number } }], true);
    await sendPage(reply, 200, sentPage({ locale, organisation: this.config.organisation, number: outcome.number, token: outcome.token, kind: reading.input.kind, mailed: outcome.mailed }));
  }

  /** Null when it could not be stored: then the page comes back with everything on it. */
  private async take(ip: string, input: FormInput, nonce: Extract<Nonce, { state: 'good' }>, sent: Sent, attachmentIds: readonly string[]): Promise<Submitted | null> {
    try {
      const count = await this.throttle.form(ip);
      const held = mustWait({ trapFilled: (sent.get('homepage') ?? []).some((text) => text !== ''), ageMs: nonce.ageMs, ...count });
      return await this.submitForm.run(FORM, { input, nonceHash: nonce.hash, attachmentIds, held });
    } catch (error) {
      log.error({ err: error }, 'a form could not be stored');
      return null;
    }
  }

  private page(request: FastifyRequest, over: Partial<FormPage>): string {
    return formPage({
      locale: localeOf(request), organisation: this.config.organisation, nonce: this.seals.nonce('form', this.clock.now()), fields: EMPTY, files: [], problems: [], privacy: false, ...over,
    });
  }
}
