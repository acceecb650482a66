import { useMutation, useQuery, keepPreviousData } from '@tanstack/react-query';
import { Phone } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Failure } from '../../app/failure';
import { businessNow } from '../../data/clock';
import { execute } from '../../data/execute';
import { match } from '../../data/match';
import { CallerMatchesDocument, LogCallDocument, type CallerMatchesQuery, type LogCallMutation } from '../../graphql/generated/graphql';
import { useT } from '../../i18n/intl';
import { instantOfField } from '../../i18n/zone';
import { Button } from '../../ui/Button';
import { Choices } from '../../ui/Choices';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import s from './calls.module.css';
import { dropCallDraft, newCallDraft, readCallDraft, writeCallDraft, type CallDraft } from './call-draft';
import { outcomes, running, topicOfKey, topics, usualOutcome, worthLooking } from './call-rules';
import { Matches } from './Matches';

export type CallerMatch = CallerMatchesQuery['callerMatches']['matches'][number];
export type LoggedCall = Extract<LogCallMutation['logCall'], { __typename: 'LoggedCall' }>;

const lookAfter = 120;

/** A call logged in ten seconds without a mouse: number, Enter, topic, a few words, Ctrl Enter. Escape keeps what was typed. */
export function CallDialog({ onClose, onLogged }: { onClose: () => void; onLogged: (call: LoggedCall) => void }) {
  const t = useT();
  const [draft, setDraft] = useState<CallDraft>(() => readCallDraft() ?? newCallDraft(new Date(businessNow()).toISOString()));
  const [problem, setProblem] = useState<{ where: 'number' | 'note' | 'all'; text: string } | null>(null);
  const number = useRef<HTMLInputElement>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  const topic = useRef<HTMLDivElement>(null);
  const change = (changes: Partial<CallDraft>) => {
    setProblem(null);
    setDraft((old) => { const next = { ...old, ...changes }; writeCallDraft(next); return next; });
  };

  const typed = useLate(draft.number.trim(), lookAfter);
  const lookup = useQuery({
    queryKey: ['callerMatches', typed], enabled: worthLooking(typed), placeholderData: keepPreviousData, gcTime: 60_000,
    queryFn: ({ signal }) => execute(CallerMatchesDocument, { number: typed }, signal),
  });
  const matches = worthLooking(draft.number) ? (lookup.data?.callerMatches.matches ?? []) : [];
  const caller = draft.unknown ? null : (matches.find((each) => each.customer.id === draft.customerId) ?? matches[0] ?? null);
  const target = caller?.openTickets[0] ?? null;
  const outcome = draft.outcome ?? usualOutcome(target !== null);

  const log = useMutation({
    mutationFn: (asNew: boolean) => execute(LogCallDocument, {
      input: {
        idempotencyKey: draft.key, number: draft.number.trim() || null, direction: 'INBOUND', startedAt: draft.startedAt, endedAt: new Date(businessNow()).toISOString(),
        topic: draft.topic ?? 'OTHER', note: draft.note.trim(), outcome, callBackAt: outcome === 'CALL_BACK' ? instantOfField(draft.callBackAt) : null,
        customerId: caller?.customer.id ?? null, addToTicketId: asNew || outcome === 'WRONG_NUMBER' ? null : (target?.id ?? null),
      },
    }),
    onSuccess: ({ logCall }) => match(logCall, {
      LoggedCall: (call) => { dropCallDraft(); onLogged(call); },
      CallNumberInvalid: () => { setProblem({ where: 'number', text: t('call.numberInvalid') }); number.current?.focus(); },
      TicketNotFound: () => setProblem({ where: 'all', text: t('ticket.notFound') }),
      CustomerNotFound: () => setProblem({ where: 'all', text: t('customer.notFound') }),
      IdempotencyKeyReused: () => { change({ key: crypto.randomUUID() }); setProblem({ where: 'all', text: t('failure.keyReused') }); },
      InvalidInput: ({ message, fields }) => setProblem({ where: fields.some((field) => field.path === 'note') ? 'note' : fields.some((field) => field.path === 'number') ? 'number' : 'all', text: fields[0]?.message ?? message }),
    }),
  });
  const save = (asNew: boolean) => {
    if (log.isPending) return;
    if (!draft.note.trim() && outcome !== 'WRONG_NUMBER') { setProblem({ where: 'note', text: t('call.noteMissing') }); note.current?.focus(); return; }
    log.mutate(asNew);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey) { event.preventDefault(); save(false); }
    else if (event.altKey && !event.ctrlKey) { event.preventDefault(); save(true); }
  };
  const onNumberKey = (event: React.KeyboardEvent) => {
    const at = caller ? matches.indexOf(caller) : -1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = matches[at + (event.key === 'ArrowDown' ? 1 : -1)];
      if (next) { event.preventDefault(); change({ customerId: next.customer.id, unknown: false }); }
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      if (caller) change({ customerId: caller.customer.id });
      topic.current?.querySelector('input')?.focus();
    }
  };
  const pickTopic = (picked: CallDraft['topic']) => { change({ topic: picked }); };
  const onTopicKey = (event: React.KeyboardEvent) => {
    const picked = event.ctrlKey || event.metaKey || event.altKey ? null : topicOfKey(event.key);
    if (picked) { event.preventDefault(); pickTopic(picked); note.current?.focus(); }
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); note.current?.focus(); }
  };

  const says = outcome === 'WRONG_NUMBER' ? t('call.willWrong') : target ? t('call.willAdd', { number: target.number }) : caller ? t('call.willNew', { name: caller.customer.name ?? t('masked.hidden') }) : t('call.willNewUnknown');
  return (
    <Dialog title={t('call.title')} wide bare icon={<Phone size={16} strokeWidth={1.75} aria-hidden="true" />} aside={<Timer since={draft.startedAt} />} onClose={onClose}>
      <div onKeyDownCapture={onKeyDown} className={s.whole}>
        <div className={s.columns}>
          <div className={s.left}>
            <Field
              label={t('call.number')} inputMode="tel" autoComplete="off" autoFocus inputRef={number} inputClassName={s.number} value={draft.number} onKeyDown={onNumberKey}
              onChange={(next) => change({ number: next, customerId: null, unknown: false })} error={problem?.where === 'number' ? problem.text : null}
            />
            {lookup.isError ? <Failure error={lookup.error} what={t('call.lookup')} onRetry={() => void lookup.refetch()} /> : null}
            <Matches
              matches={matches} caller={caller} unknown={draft.unknown} searching={worthLooking(draft.number)} done={lookup.isSuccess && !lookup.isPlaceholderData && typed === draft.number.trim()}
              onPick={(customerId) => change({ customerId, unknown: false })} onUnknown={() => change({ unknown: true, customerId: null })}
            />
          </div>
          <div className={s.right}>
            <Choices innerRef={topic} onKeyDown={onTopicKey} label={t('call.about')} value={draft.topic} onChange={pickTopic} options={topics.map((each, at) => ({ value: each, label: `${at + 1} ${t(`call.topic.${each}`)}` }))} />
            <Field label={t('call.note')} multiline rows={4} areaRef={note} value={draft.note} onChange={(next) => change({ note: next })} error={problem?.where === 'note' ? problem.text : null} />
            <Choices label={t('call.outcome')} value={outcome} onChange={(next) => change({ outcome: next })} options={outcomes.map((each) => ({ value: each, label: t(`call.outcome.${each}`) }))} />
            {outcome === 'CALL_BACK' ? <Field label={t('call.backWhen')} type="datetime-local" value={draft.callBackAt} onChange={(next) => change({ callBackAt: next })} /> : null}
            {problem?.where === 'all' ? <Notice tone="danger">{problem.text}</Notice> : null}
            {log.isError ? <Failure error={log.error} what={t('call.thing')} onRetry={() => log.mutate(log.variables)} /> : null}
          </div>
        </div>
        <div className={s.foot}>
          <p className={s.says} role="status">{says} {t('call.savedHere')}</p>
          {target && outcome !== 'WRONG_NUMBER' ? <Button keys="Alt+Enter" onPress={() => save(true)} isPending={log.isPending && log.variables}>{t('call.asNew')}</Button> : null}
          <Button look="primary" keys="Mod+Enter" onPress={() => save(false)} isPending={log.isPending && !log.variables}>
            {outcome === 'WRONG_NUMBER' ? t('call.saveWrong') : target ? t('call.addTo', { number: target.number }) : t('call.save')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Timer({ since }: { since: string }) {
  const t = useT();
  const [now, setNow] = useState(businessNow);
  useEffect(() => { const timer = setInterval(() => setNow(businessNow()), 1000); return () => clearInterval(timer); }, []);
  return <span className={s.timer} role="timer" aria-label={t('call.timer')}>{running(now - Date.parse(since))}</span>;
}

function useLate(value: string, milliseconds: number): string {
  const [late, setLate] = useState(value);
  useEffect(() => { const timer = setTimeout(() => setLate(value), milliseconds); return () => clearTimeout(timer); }, [value, milliseconds]);
  return late;
}
