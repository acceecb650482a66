import { Controller, Delete, Get, Options, Patch, Post, Put, Req, Res, UseFilters } from '@nestjs/common';
import { Clock, nobody, viewerOf, type Locale } from '@kaiku/kernel';
import { Config, Database, isForeign, Public, queryValue, REGIONS, sendBack, sendPage, type PageProblem } from '@kaiku/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnswerNonces } from '../answers/answer-nonce';
import { askedOf, type Answers, type Asked, type AskedQuestion } from '../answers/asked';
import { LinkQueries, type LinkView } from '../answers/link.queries';
import { editableUntil, stateOfLink, type LinkState } from '../answers/link.rules';
import { readAnswers } from '../answers/read-answers.rules';
import { nextAfter, pageFrom } from '../answers/walk.rules';
import { RecordAnswer } from '../commands/record-answer';
import { isSurveyToken, surveyTokenHash } from '../tokens';
import { answerPage, surveyPath, type AnswerPage } from './answer-page';
import { AnswerThrottle } from './answer-throttle';
import { saidPage, thanksPage, type Said } from './said-page';
import { sentForm } from './sent-form';
import { askedLanguage, browserLanguage, SurveyErrorsFilter } from './survey-errors.filter';

const STATUS: Readonly<Record<Exclude<LinkState, 'open'>, number>> = { expired: 410, reopened: 410, void: 410, used: 200 };

interface Opened {
  readonly token: string;
  readonly hash: Buffer;
  readonly link: LinkView;
  readonly locale: Locale;
  readonly asked: Asked;
}

/** The customer's page of a survey. Reading it is not able to change anything; only the button's POST records. */
@Controller('s/:token')
@UseFilters(SurveyErrorsFilter)
export class AnswerController {
  constructor(
    private readonly database: Database,
    private readonly links: LinkQueries,
    private readonly record: RecordAnswer,
    private readonly nonces: AnswerNonces,
    private readonly throttle: AnswerThrottle,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Public('the token in the address is the key; reading runs as a role that cannot write')
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const opened = await this.open(request);
    if (!opened) return this.notFound(request, reply);
    const { link, asked } = opened;
    const state = stateOfLink(link, this.clock.now());
    if (state !== 'open') return this.say(reply, state, opened);
    const next = queryValue(request, 'next');
    const later = next && link.latest ? pageFrom(asked, link.latest.answers, next) : [];
    if (later.length > 0) return sendPage(reply, 200, this.form(opened, { questions: later, first: false, revision: link.latest!.revision }));
    const chosen = queryValue(request, 'r');
    if (link.latest && (chosen === null || queryValue(request, 'done') !== null) && queryValue(request, 'edit') === null) return sendPage(reply, 200, this.thanks(opened));
    await sendPage(reply, 200, this.form(opened, { answers: preselected(asked, chosen) }));
  }

  @Post()
  @Public('the token in the address is the key; a signed nonce, a trap and limits stand beside it')
  async answer(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const opened = await this.open(request);
    if (!opened) return this.notFound(request, reply);
    const { link, asked, token, hash, locale } = opened;
    const state = stateOfLink(link, this.clock.now());
    if (state !== 'open') return this.say(reply, state, opened, state === 'used' ? 409 : undefined);
    const sent = sentForm(request);
    if (!sent) return this.say(reply, 'broken', opened, 415);
    const from = sent.get('from')?.[0] ?? null;
    const questions = pageFrom(asked, from === null ? {} : (link.latest?.answers ?? {}), from);
    const read = readAnswers(questions, { asksForContact: asked.asksForContact && from === null }, sent);
    const page = { questions, first: from === null, revision: link.latest?.revision ?? null, answers: read.answers, contact: read.contact };
    if (sent.has('_lang')) return sendPage(reply, 200, this.form(opened, page));
    if (!(await this.throttle.answer(hash, request.ip))) {
      reply.header('retry-after', '3600');
      return this.say(reply, 'too_many', opened, 429);
    }
    const nonce = isForeign(request) ? ({ state: 'forged' } as const) : this.nonces.read(hash, sent.get('nonce')?.[0] ?? '', this.clock.now());
    const problems: PageProblem[] = [...read.faults];
    if (nonce.state !== 'good') problems.push({ field: 'send', fault: nonce.state === 'expired' ? 'survey_form_old' : 'survey_form_unknown' });
    else if (read.unknown || questions.length === 0) problems.push({ field: 'send', fault: 'survey_form_unknown' });
    if (problems.length > 0 || nonce.state !== 'good') return sendPage(reply, 422, this.form(opened, { ...page, ...(questions.length === 0 ? { questions: pageFrom(asked, {}, null), first: true } : {}), problems }));

    const recorded = await this.record.run(nobody, {
      tokenHash: hash, shown: questions.map((q) => q.id), answers: read.answers, contact: read.contact, later: from !== null, sinceShownMs: nonce.ageMs, trapFilled: (sent.get('website') ?? []).some((text) => text !== ''),
    });
    if (recorded.outcome !== 'taken') return recorded.outcome === 'unknown' ? this.notFound(request, reply) : this.say(reply, recorded.outcome, opened, recorded.outcome === 'used' ? 409 : undefined);
    const next = nextAfter(asked, recorded.answers, questions);
    await sendBack(reply, `${surveyPath(token, locale)}${next === null ? '&done=1#done' : `&next=${encodeURIComponent(next)}`}`);
  }

  // Each by name: a route for all methods would stand in the way of the two that are.
  @Options() @Public('says which methods there are')
  options(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> { return this.refuse(request, reply); }
  @Put() @Public('says which methods there are')
  put(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> { return this.refuse(request, reply); }
  @Patch() @Public('says which methods there are')
  patch(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> { return this.refuse(request, reply); }
  @Delete() @Public('says which methods there are')
  remove(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> { return this.refuse(request, reply); }

  private async refuse(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await sendPage(reply.header('allow', 'GET, HEAD, POST'), 405, saidPage('method', { locale: browserLanguage(request), organisation: this.config.organisation, path: (locale) => `/${locale}/form` }));
  }

  /** Null for every token that opens nothing, whatever is wrong with it. */
  private async open(request: FastifyRequest): Promise<Opened | null> {
    const { token } = request.params as Readonly<Record<string, string>>;
    if (!isSurveyToken(token)) return null;
    const hash = surveyTokenHash(token);
    const link = await this.database.publicRead(() => this.links.byToken(viewerOf(nobody), hash));
    if (!link) return null;
    const locale = askedLanguage(request) ?? link.language;
    return { token, hash, link, locale, asked: askedOf(link, locale, link.identified) };
  }

  private form({ token, hash, link, locale, asked }: Opened, over: Partial<AnswerPage>): string {
    const { topic, solvedAt } = link;
    const on = solvedAt && new Intl.DateTimeFormat(REGIONS[locale], { timeZone: this.config.timeZone, day: 'numeric', month: 'numeric', year: 'numeric' }).format(new Date(solvedAt));
    return answerPage({
      locale, organisation: this.config.organisation, token, nonce: this.nonces.make(hash, this.clock.now()), asked, questions: pageFrom(asked, {}, null), first: true, revision: null, answers: {}, contact: null, problems: [],
      about: on ? { topic: topic !== null && ABOUT.includes(topic) ? topic : null, on } : null, anonymous: !link.identified, ...over,
    });
  }

  private thanks({ token, link, locale, asked }: Opened): string {
    const until = editableUntil(link);
    const at = until && new Intl.DateTimeFormat(REGIONS[locale], { timeZone: this.config.timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(until);
    return thanksPage({ locale, organisation: this.config.organisation, token, thanks: asked.thanks, contact: link.latest!.contactWanted, until: at });
  }

  private async say(reply: FastifyReply, said: Said & (Exclude<LinkState, 'open'> | Said), { token, locale }: Opened, status = STATUS[said as Exclude<LinkState, 'open'>]): Promise<void> {
    await sendPage(reply, status, saidPage(said, { locale, organisation: this.config.organisation, path: (other) => surveyPath(token, other) }));
  }

  private async notFound(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const tooMany = await this.throttle.badToken(request.ip);
    if (tooMany) reply.header('retry-after', '600');
    await sendPage(reply, tooMany ? 429 : 404, saidPage(tooMany ? 'too_many' : 'not_found', { locale: browserLanguage(request), organisation: this.config.organisation, path: (locale) => `/${locale}/form` }));
  }
}

const ABOUT: readonly string[] = ['complaint', 'question', 'call', 'feedback'];

/** The rating that the mail's link names, if the survey begins with a rating that has it: chosen in the form, and not sent. */
function preselected(asked: Asked, chosen: string | null): Answers {
  const first: AskedQuestion | undefined = asked.questions.find((q) => q.kind === 'rating');
  return first && chosen !== null && first.choices.some((choice) => choice.value === chosen) ? { [first.id]: chosen } : {};
}
