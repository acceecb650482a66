import { Link } from '@tanstack/react-router';
import { useT } from '../i18n/intl';
import s from './page.module.css';

export function NotFound() {
  const t = useT();
  return (
    <main className={s.plain}>
      <h1 className={s.h1}>{t('notFound.title')}</h1>
      <p><Link to="/queue">{t('notFound.toQueue')}</Link></p>
    </main>
  );
}
