import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Failure } from '../../app/failure';
import p from '../../app/page.module.css';
import { execute } from '../../data/execute';
import { match } from '../../data/match';
import { useStaff } from '../../data/staff';
import { dropSealed, getSealed, putSealed } from '../../data/vault';
import { OpenTicketDocument, type Locale, type TicketChannel, type TicketKind, type TicketPriority, type TicketRowFragment } from '../../graphql/generated/graphql';
import { useLanguageOptions, useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Check } from '../../ui/Check';
import { Choices } from '../../ui/Choices';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { NativeSelect } from '../../ui/NativeSelect';
import { Notice } from '../../ui/Notice';

export interface ChosenCustomer { id: string; name: string | null; language: Locale | null }
interface Form {
  key: string; customer: ChosenCustomer | null; kind: TicketKind; channel: TicketChannel; subject: string; text: string;
  teamId: string; priority: TicketPriority; language: Locale; orderNumber: string; mine: boolean;
}
const name = 'new-ticket';
const kinds: TicketKind[] = ['QUESTION', 'COMPLAINT', 'FEEDBACK', 'PRIVACY_REQUEST'];
const channels: TicketChannel[] = ['PHONE', 'STORE', 'LETTER', 'EMAIL'];
const priorities: TicketPriority[] = ['LOW', 'NORMAL', 'HIGH', 'URGENT'];
const capital = (word: string): string => word.charAt(0).toLocaleUpperCase() + word.slice(1);
const blank = (): Form => ({ key: crypto.randomUUID(), customer: null, kind: 'QUESTION', channel: 'STORE', subject: '', text: '', teamId: '', priority: 'NORMAL', language: 'fi', orderNumber: '', mine: true });

/** A matter that came by another way than mail. What was typed is kept on this device until it is saved. */
export function NewTicketDialog({ onClose, onOpened, picker }: {
  onClose: () => void; onOpened: (ticket: TicketRowFragment) => void;
  /** Finds or makes the customer; another feature's business, given from outside. */
  picker: (onPick: (customer: ChosenCustomer) => void) => ReactNode;
}) {
  const t = useT();
  const languages = useLanguageOptions();
  const { teams } = useStaff();
  const [form, setForm] = useState<Form>(blank);
  const [choosing, setChoosing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [fields, setFields] = useState<Record<string, string>>({});
  const touched = useRef(false);
  const change = (changes: Partial<Form>) => { touched.current = true; setFields({}); setForm((old) => ({ ...old, ...changes })); };

  useEffect(() => { void getSealed<Form>(name).then((kept) => { if (kept && !touched.current) setForm(kept); }); }, []);
  useEffect(() => {
    if (!touched.current) return;
    const timer = setTimeout(() => void putSealed(name, form).catch(() => undefined), 250);
    return () => clearTimeout(timer);
  }, [form]);

  const open = useMutation({
    mutationFn: () => execute(OpenTicketDocument, {
      input: {
        idempotencyKey: form.key, kind: form.kind, subject: form.subject.trim(), text: form.text.trim(), channel: form.channel, teamId: form.teamId || null, customerId: form.customer?.id ?? null,
        priority: form.priority, language: form.language, orderNumber: form.orderNumber.trim() || null, assignToMe: form.mine,
      },
    }),
    onMutate: () => { setProblem(null); setFields({}); },
    onSuccess: ({ openTicket }) => match(openTicket, {
      Ticket: (ticket) => { void dropSealed(name); onOpened(ticket); },
      CustomerNotFound: () => setProblem(t('customer.notFound')),
      TeamNotFound: () => setProblem(t('ticket.teamNotFound')),
      IdempotencyKeyReused: () => { change({ key: crypto.randomUUID() }); setProblem(t('failure.keyReused')); },
      InvalidInput: ({ message, fields: wrong }) => {
        setProblem(wrong.length ? null : message);
        setFields(Object.fromEntries(wrong.map((field) => [field.path, field.message])));
      },
    }),
  });
  const submit = () => {
    const missing: Record<string, string> = {};
    if (!form.subject.trim()) missing.subject = t('new.subjectMissing');
    if (!form.text.trim()) missing.text = t('new.textMissing');
    if (choosing) { setProblem(t('new.finishCustomer')); return; }
    if (Object.keys(missing).length) { setFields(missing); return; }
    if (!open.isPending) open.mutate();
  };

  return (
    <Dialog
      title={t('new.title')} wide onClose={onClose}
      foot={<>
        <Check selected={form.mine} onChange={(mine) => change({ mine })}>{t('command.assignMe')}</Check>
        <Button onPress={onClose}>{t('action.cancel')}</Button>
        <Button look="primary" keys="Mod+Enter" isPending={open.isPending} onPress={submit}>{t('new.action')}</Button>
      </>}
    >
      <div
        className={p.section} style={{ gap: 14 }}
        onKeyDownCapture={(event) => { if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') { event.preventDefault(); submit(); } }}
      >
        {choosing || !form.customer ? (
          choosing ? <>{picker((customer) => { setChoosing(false); setProblem(null); change({ customer, language: customer.language ?? form.language }); })}<div><Button look="link" onPress={() => { setChoosing(false); setProblem(null); }}>{t('new.withoutCustomer')}</Button></div></>
            : <div className={p.titleRow}><span className={p.muted}>{t('new.noCustomer')}</span><Button onPress={() => setChoosing(true)}>{t('new.chooseCustomer')}</Button></div>
        ) : <div className={p.titleRow}><strong>{form.customer.name ?? t('masked.hidden')}</strong><Button look="link" onPress={() => setChoosing(true)}>{t('customer.change')}</Button><Button look="link" onPress={() => change({ customer: null })}>{t('new.withoutCustomer')}</Button></div>}
        <Choices label={t('field.kind')} value={form.kind} onChange={(kind) => change({ kind })} options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} />
        <Choices label={t('new.channel')} value={form.channel} onChange={(channel) => change({ channel })} options={channels.map((channel) => ({ value: channel, label: capital(t(`channel.${channel}`)) }))} />
        <Field label={t('field.subject')} required autoFocus value={form.subject} onChange={(subject) => change({ subject })} error={fields.subject} autoComplete="off" />
        <Field label={t('new.text')} required multiline rows={5} value={form.text} onChange={(text) => change({ text })} error={fields.text} />
        <div className={p.twoCols}>
          <NativeSelect label={t('field.team')} value={form.teamId} onChange={(teamId) => change({ teamId })} options={[{ value: '', label: t('new.teamByRules') }, ...teams.map((team) => ({ value: team.id, label: team.name }))]} error={fields.teamId} />
          <Field label={t('field.orderNumber')} optional={t('field.optional')} value={form.orderNumber} onChange={(orderNumber) => change({ orderNumber })} error={fields.orderNumber} autoComplete="off" />
          <Choices label={t('field.priority')} value={form.priority} onChange={(priority) => change({ priority })} options={priorities.map((priority) => ({ value: priority, label: t(`priority.${priority}`) }))} />
          <Choices label={t('new.language')} value={form.language} onChange={(language) => change({ language })} options={languages} />
        </div>
        {problem ? <Notice tone="danger">{problem}</Notice> : null}
        {open.isError ? <Failure error={open.error} what={t('new.thing')} onRetry={submit} /> : null}
      </div>
    </Dialog>
  );
}
