import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../app/failure';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import s from './notices.module.css';
import { pushState, startPush, stopPush } from './push';

/** Notices shown by this browser while the desk is closed; off until somebody asks for it. */
export function PushSetting({ pushKey }: { pushKey: string }) {
  const t = useT();
  const [problem, setProblem] = useState<string | null>(null);
  const state = useQuery({ queryKey: ['push'], staleTime: 0, gcTime: 0, queryFn: pushState });
  const turn = useMutation({
    mutationFn: async (on: boolean) => {
      if (on) setProblem((await startPush(pushKey)).problem);
      else await stopPush();
    },
    onMutate: () => setProblem(null),
    onSettled: () => void state.refetch(),
  });
  return (
    <section className={s.section} aria-label={t('push.title')}>
      <h2 className={s.h2}>{t('push.title')}</h2>
      <p>{t('push.says')}</p>
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      {/* A push service of the browser's maker may be out of reach; that is no fault of the desk's. */}
      {turn.isError ? turn.error instanceof DOMException ? <Notice tone="danger">{t('push.failed')}</Notice> : <Failure error={turn.error} what={t('push.title')} /> : null}
      {state.data === 'unsupported' ? <Notice tone="info">{t('push.unsupported')}</Notice> : null}
      {state.data === 'denied' ? <Notice tone="warn">{t('push.denied')}</Notice> : null}
      {state.data === 'on' ? <><Notice tone="ok">{t('push.on')}</Notice><Button isPending={turn.isPending} onPress={() => turn.mutate(false)}>{t('push.turnOff')}</Button></> : null}
      {state.data === 'off' ? <Button isPending={turn.isPending} onPress={() => turn.mutate(true)}>{t('push.turnOn')}</Button> : null}
    </section>
  );
}
