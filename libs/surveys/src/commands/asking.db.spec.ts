import { ObjectToContact } from '@kaiku/customers';
import { InvalidInput, system } from '@kaiku/kernel';
import { SHIPPED_QUESTIONS, SHIPPED_TEXTS } from '../shipped';
import { ShipSurveys } from '../ship-surveys';
import { SurveyNews } from '../dispatch/survey-news';
import { MailMarks } from '../dispatch/mail-marks';
import { DueInvitations, SendInvitationHandler } from '../jobs/send.job';
import { ExpireInvitationsHandler, ReconcileSurveysHandler } from '../jobs/upkeep.job';
import { aSurvey } from '../testing';
import { openSurveyDesk, type SurveyDesk } from '../testing/survey-desk';
import { SurveyConflict } from '../surveys.problems';
import { ActivateSurvey } from './activate-survey';
import { CreateSurveyVersion } from './create-survey-version';
import { PlanInvitations } from './plan-invitations';

let desk: SurveyDesk;
beforeAll(async () => {
  desk = await openSurveyDesk();
});
afterAll(() => desk.close());
beforeEach(() => desk.clear());

const ACTOR = system('test');
const DAY = 86_400_000;
const plan = (ticket: { ticketId: string; version: number }) => desk.get(PlanInvitations).run(ACTOR, ticket.ticketId, ticket.version);

describe('versions', () => {
  it('A-25 the survey that comes with the desk is a draft; without one Swedish text it is not activated', async () => {
    await desk.get(ShipSurveys).write();
    await desk.get(ShipSurveys).write();
    const [survey] = await desk.db.sql<{ id: string; state: string; version: number }>('SELECT id, state, version FROM survey');
    expect(survey!.state).toBe('draft');
    const texts = { ...SHIPPED_TEXTS, sv: Object.fromEntries(Object.entries(SHIPPED_TEXTS.sv).filter(([key]) => key !== 'q.csat.3')) };
    const broken = await desk.get(CreateSurveyVersion).run(ACTOR, { surveyId: survey!.id, expectedVersion: 1, questions: SHIPPED_QUESTIONS, texts });
    const activate = (versionId: string, expectedVersion: number) => desk.get(ActivateSurvey).run(ACTOR, { surveyId: survey!.id, versionId, expectedVersion });
    await expect(activate(broken.versionId, broken.version)).rejects.toMatchObject({ fields: [{ path: 'texts.sv.q.csat.3', code: 'text_missing' }] });
    const whole = await desk.get(CreateSurveyVersion).run(ACTOR, { surveyId: survey!.id, expectedVersion: broken.version, questions: SHIPPED_QUESTIONS, texts: SHIPPED_TEXTS });
    await expect(activate(whole.versionId, broken.version)).rejects.toBeInstanceOf(SurveyConflict);
    await activate(whole.versionId, whole.version);
    expect(await desk.db.sql('SELECT state FROM survey')).toEqual([{ state: 'active' }]);
  });

  it('A-35 that lead back are not kept', async () => {
    const { id } = await aSurvey(desk.db);
    await expect(desk.get(CreateSurveyVersion).run(ACTOR, { surveyId: id, expectedVersion: 1, questions: SHIPPED_QUESTIONS, logic: [{ question: 'csat', in: [1], goTo: 'csat' }], texts: SHIPPED_TEXTS })).rejects.toBeInstanceOf(InvalidInput);
    expect(await desk.db.sql('SELECT number FROM survey_version')).toHaveLength(1);
  });

  it('SV-I7 do not change, whoever tries', async () => {
    const { versionId } = await aSurvey(desk.db);
    for (const change of [`texts = '{}'`, `questions = '[]'`, 'activated_at = NULL', `number = 9`]) await expect(desk.db.sql(`UPDATE survey_version SET ${change} WHERE id = $1`, [versionId])).rejects.toThrow(/does not change/);
    await expect(desk.db.sql('DELETE FROM survey_version WHERE id = $1', [versionId])).rejects.toThrow(/does not change/);
  });
});

describe('A-08 an objection', () => {
  it('between planning and sending takes the asking back, and its days', async () => {
    await aSurvey(desk.db, { delayMinutes: 60 });
    const ticket = await desk.solved();
    await plan(ticket);
    await desk.get(ObjectToContact).run(ACTOR, { customerId: ticket.customerId, scope: 'surveys', source: 'survey_page' });
    desk.clock.advance(DAY);
    expect(await desk.send()).toEqual([]);
    expect(await desk.states()).toEqual([{ state: 'cancelled', reason: 'objection' }]);
    expect(await desk.db.sql('SELECT 1 AS one FROM survey_contact_slot')).toHaveLength(0);
    expect(desk.sink.arrivals).toHaveLength(0);
  });

  it('against a sender, in 200 races: nothing leaves after it', async () => {
    await aSurvey(desk.db);
    const raced: { customerId: string; objectedAt?: number }[] = [];
    for (let i = 0; i < 200; i++) {
      const ticket = await desk.solved();
      await plan(ticket);
      raced.push(ticket);
    }
    const rows = await desk.get(DueInvitations).claim(500);
    const begun = new Map<string, string>();
    await Promise.all([
      ...rows.map((row) => desk.get(SendInvitationHandler).run(row)),
      ...raced.map(async (person) => {
        await desk.get(ObjectToContact).run(ACTOR, { customerId: person.customerId, scope: 'surveys', source: 'survey_page' });
        // What this objection left behind must never begin any more.
        const [row] = await desk.db.sql<{ state: string }>('SELECT state FROM survey_invitation WHERE customer_id = $1', [person.customerId]);
        begun.set(person.customerId, row!.state);
      }),
    ]);
    const ends = await desk.db.sql<{ customer_id: string; state: string }>('SELECT customer_id, state FROM survey_invitation');
    for (const end of ends) {
      const atObjection = begun.get(end.customer_id)!;
      expect(['cancelled', 'sending', 'sent']).toContain(atObjection);
      expect(end.state).toBe(atObjection === 'cancelled' ? 'cancelled' : 'sent');
    }
    expect(desk.sink.arrivals).toHaveLength(ends.filter((end) => end.state === 'sent').length);
    await desk.resolve();
    expect(await desk.send()).toEqual([]);
  }, 60_000);

  it('that comes while the mail is being made: the server never gets a byte', async () => {
    await aSurvey(desk.db);
    const ticket = await desk.solved();
    await plan(ticket);
    await desk.db.sql(`CREATE FUNCTION objects() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO objection (customer_id, kind, scope, source, at) VALUES (NEW.customer_id, 'objected', 'surveys', 'web', NEW.claimed_at); RETURN NEW; END $$;
      CREATE TRIGGER objects AFTER UPDATE ON survey_invitation FOR EACH ROW WHEN (NEW.state = 'claimed') EXECUTE FUNCTION objects()`);
    try {
      expect((await desk.send())[0]).toMatch(/^skipped/);
    } finally {
      await desk.db.sql('DROP TRIGGER objects ON survey_invitation; DROP FUNCTION objects');
    }
    expect(desk.sink.arrivals).toHaveLength(0);
    expect(await desk.states()).toEqual([{ state: 'cancelled', reason: 'objection' }]);
  });
});

describe('A-30 mail that comes back', () => {
  const sent = async (email: string) => {
    const ticket = await desk.solved({ email });
    await plan(ticket);
    await desk.send();
    const [row] = await desk.db.sql<{ id: string }>('SELECT id FROM survey_invitation ORDER BY created_at DESC, id DESC LIMIT 1');
    return { ...ticket, to: desk.get(MailMarks).returnPath(row!.id, 'lumo.example') };
  };
  const news = (to: string, status: string, action: 'failed' | 'delayed' = 'failed') => desk.database.transaction(() => desk.get(SurveyNews).take({ originalMessageId: null, to: [to], status, action }));
  const suppressions = () => desk.db.sql('SELECT scope, cause FROM contact_suppression');

  it('5.1.1: the address is not asked again; told twice it is one row', async () => {
    await aSurvey(desk.db);
    const { to } = await sent('poissa@kotiposti.example');
    for (let i = 0; i < 2; i++) expect(await news(to, '5.1.1')).toBe(true);
    expect(await suppressions()).toEqual([{ scope: 'surveys', cause: 'hard_bounce' }]);
    expect(await desk.states()).toEqual([{ state: 'bounced', reason: null }]);
    await plan(await desk.solved({ email: 'poissa@kotiposti.example' }));
    expect((await desk.db.sql<{ reason: string }>(`SELECT reason FROM survey_decision WHERE stage = 'plan' ORDER BY at, id`)).map((d) => d.reason)).toEqual(['eligible', 'suppressed']);
  });

  it('5.7.1: nobody is suppressed, and sending waits until somebody has looked', async () => {
    await aSurvey(desk.db);
    const { to } = await sent('kunnossa@kotiposti.example');
    await news(to, '5.7.1');
    expect(await suppressions()).toEqual([]);
    await plan(await desk.solved());
    expect(await desk.send()).toEqual([]);
    expect(await desk.db.sql('SELECT paused_reason FROM survey_provider')).toEqual([{ paused_reason: 'refused_by_policy' }]);
  });

  it('5.2.2 three times within thirty days: the address is not asked again', async () => {
    await aSurvey(desk.db, { minIntervalDays: 10 });
    const first = await sent('taynna@kotiposti.example');
    await news(first.to, '5.2.2');
    const again = async () => {
      desk.clock.advance(11 * DAY);
      const ticket = await desk.solved({ customerId: first.customerId });
      await plan(ticket);
      await desk.send();
      const [row] = await desk.db.sql<{ id: string }>('SELECT id FROM survey_invitation ORDER BY created_at DESC, id DESC LIMIT 1');
      await news(desk.get(MailMarks).returnPath(row!.id, 'lumo.example'), '5.2.2');
    };
    await again();
    expect(await suppressions()).toEqual([]);
    await again();
    expect(await suppressions()).toEqual([{ scope: 'surveys', cause: 'soft_bounces' }]);
  });

  it('about a mail nobody can prove: no matter of ours', async () => {
    const { to } = { to: `s-${'0'.repeat(32)}-${'0'.repeat(24)}@lumo.example` };
    expect(desk.get(SurveyNews).knows(to)).toBe(false);
    expect(await news(to, '5.1.1')).toBe(false);
  });
});

describe('what was forgotten', () => {
  it('a solved ticket whose event was lost is decided about within the hour, once', async () => {
    await aSurvey(desk.db);
    await desk.solved({ solvedAt: '2026-11-23T08:30:00.000Z' });
    expect(await desk.get(ReconcileSurveysHandler).run()).toBe('done');
    expect(await desk.get(ReconcileSurveysHandler).run()).toMatch(/^skipped/);
    expect(await desk.states()).toEqual([{ state: 'planned', reason: null }]);
  });

  it('a link whose time is over has expired, once', async () => {
    await aSurvey(desk.db);
    await plan(await desk.solved());
    await desk.send();
    desk.clock.advance(28 * DAY - 60_000);
    expect(await desk.get(ExpireInvitationsHandler).run()).toMatch(/^skipped/);
    desk.clock.advance(60_000);
    expect(await desk.get(ExpireInvitationsHandler).run()).toBe('done');
    expect(await desk.get(ExpireInvitationsHandler).run()).toMatch(/^skipped/);
    expect(await desk.states()).toEqual([{ state: 'expired', reason: null }]);
  });

  it('A-11 a sender that died before it began lets go; one that died in the middle leaves an unknown outcome', async () => {
    await aSurvey(desk.db);
    await plan(await desk.solved());
    const lost = (state: string) => desk.db.sql(`UPDATE survey_invitation SET state = '${state}', message_id = '<inv-x@lumo.example>', token_hash = '\\x01', expires_at = '2026-12-23T09:00:00Z', lease_until = clock_timestamp() - interval '1 second'`);
    await lost('claimed');
    expect(await desk.send()).toEqual(['done']);
    await lost('sending');
    expect(await desk.send()).toEqual([]);
    expect(await desk.states()).toEqual([{ state: 'unknown', reason: null }]);
  });

  it('A-28 what is due outside the window waits for it to open', async () => {
    const { DEFAULT_WINDOW } = await import('../window/send-window.rules');
    const { id } = await aSurvey(desk.db);
    await plan(await desk.solved());
    await desk.db.sql('UPDATE survey SET send_window = $2 WHERE id = $1', [id, JSON.stringify(DEFAULT_WINDOW)]);
    desk.clock.set('2026-11-23T20:00:00.000Z');
    expect((await desk.send())[0]).toMatch(/outside the window/);
    expect(await desk.send()).toEqual([]);
    desk.clock.set('2026-11-24T08:30:00.000Z');
    expect(await desk.send()).toEqual(['done']);
  });
});
