import { lazy, Suspense, useId, useState } from 'react';
import { LoadBoundary } from '../../app/LoadBoundary';
import { useT, withRooms } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Block } from '../../ui/Facts';
import s from './customers.module.css';

const ContactChoices = lazy(async () => ({ default: (await withRooms(import('./ContactChoices'))).ContactChoices }));

/** What a customer wants to get stays folded until somebody asks: most tickets are about something else. */
export function ContactChoicesBlock({ customerId, level = 3, open: openAtFirst = false }: { customerId: string; level?: 2 | 3; open?: boolean }) {
  const t = useT();
  const [open, setOpen] = useState(openAtFirst);
  const part = useId();
  return (
    <Block level={level} title={t('choices.title')}>
      <Button look="link" aria-expanded={open} aria-controls={part} onPress={() => setOpen(!open)}>{t(open ? 'choices.hide' : 'choices.show')}</Button>
      <div id={part} className={s.choices}>
        {open ? (
          <LoadBoundary onClose={() => setOpen(false)}>
            <Suspense fallback={<p className={s.quiet} role="status">{t('customer.loading')}</p>}><ContactChoices customerId={customerId} level={level === 2 ? 3 : 4} /></Suspense>
          </LoadBoundary>
        ) : null}
      </div>
    </Block>
  );
}
