import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Failure } from '../../app/failure';
import p from '../../app/page.module.css';
import { can, useSignedIn } from '../../app/session';
import { execute } from '../../data/execute';
import { match } from '../../data/match';
import { CalendarsDocument, SetDefaultCalendarDocument } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { Notice } from '../../ui/Notice';
import { hoursSummary } from './calendar-draft';
import { DeadlineRooms } from './DeadlineRooms';

/** When working time passes: one calendar is the default, targets may name others. */
export function CalendarsPage() {
  const t = useT();
  const formats = useFormats();
  const me = useSignedIn();
  const client = useQueryClient();
  const navigate = useNavigate();
  const mayManage = can(me, 'setting.manage_deadlines');
  const [problem, setProblem] = useState<string | null>(null);
  const query = useQuery({ queryKey: ['calendars'], staleTime: 0, queryFn: async ({ signal }) => (await execute(CalendarsDocument, {}, signal)).calendars });
  const choose = useMutation({
    mutationFn: (calendarId: string) => execute(SetDefaultCalendarDocument, { calendarId }),
    onMutate: () => setProblem(null),
    onSuccess: ({ setDefaultCalendar }) => match(setDefaultCalendar, {
      BusinessCalendar: () => { announce(t('calendar.madeDefault')); void client.invalidateQueries({ queryKey: ['calendars'] }); },
      CalendarNotFound: ({ message }) => setProblem(message),
      InvalidInput: ({ message, fields }) => setProblem(fields[0]?.message ?? message),
    }),
  });
  const calendars = query.data;
  return (
    <DeadlineRooms title={t('rooms.calendars')} aside={mayManage ? <Button look="primary" onPress={() => void navigate({ to: '/admin/calendars/$id', params: { id: 'new' } })}>{t('calendar.new')}</Button> : null}>
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      {query.isError ? <Failure error={query.error} what={t('rooms.calendars')} onRetry={() => void query.refetch()} /> : null}
      {choose.isError ? <Failure error={choose.error} what={t('calendar.makeDefault')} /> : null}
      {query.isPending ? <p className={p.muted} role="status">{t('rooms.loading')}</p> : null}
      {calendars?.length === 0 ? <Notice tone="info">{t('calendar.empty')}</Notice> : null}
      {calendars?.length ? (
        <div className={p.tableWrap}>
          <table className={p.table}>
            <thead><tr><th scope="col">{t('field.name')}</th><th scope="col">{t('calendar.hours')}</th><th scope="col">{t('calendar.zone')}</th><th scope="col" className={p.right}>{t('rooms.open')}</th><th scope="col" className={p.right}>{t('calendar.waiting')}</th><th scope="col"><span className="sr">{t('people.actions')}</span></th></tr></thead>
            <tbody>
              {calendars.map((calendar) => (
                <tr key={calendar.id} data-off={calendar.active ? undefined : ''}>
                  <td><Link to="/admin/calendars/$id" params={{ id: calendar.id }}>{calendar.name}</Link> {calendar.isDefault ? <Chip tone="info">{t('calendar.default')}</Chip> : null}</td>
                  <td>{calendar.definition.always ? t('calendar.always') : hoursSummary(calendar.definition.weekly, formats)}</td>
                  <td>{calendar.definition.zone}</td>
                  <td className={p.right}>{formats.number(calendar.openDeadlines)}</td><td className={p.right}>{calendar.proposals.length || '–'}</td>
                  <td><div className={p.actions}>{mayManage && !calendar.isDefault && calendar.active ? <Button size="strip" isPending={choose.isPending && choose.variables === calendar.id} aria-label={t('calendar.makeDefaultOf', { name: calendar.name })} onPress={() => choose.mutate(calendar.id)}>{t('calendar.makeDefault')}</Button> : null}</div></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </DeadlineRooms>
  );
}
