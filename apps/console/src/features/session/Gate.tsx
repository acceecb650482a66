import type { ReactNode } from 'react';
import { useSetup } from '../../app/session';
import s from '../../app/page.module.css';
import { loadLocale, locales, useLocaleId, useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';

/** The plain page before the desk: sign-in and first set-up. */
export function Gate({ title, children }: { title: string; children: ReactNode }) {
  const t = useT();
  const locale = useLocaleId();
  const setup = useSetup();
  return (
    <main className={s.gate}>
      <title>{`${title} · ${setup.data?.organisation ?? 'Kaiku'}`}</title>
      <div className={s.gateInner}>
        <div className={s.brand}><span className={s.brandMark} aria-hidden="true" />{setup.data?.organisation ?? 'Kaiku'}</div>
        <h1 className={s.gateTitle}>{title}</h1>
        {children}
        <nav className={s.langs} aria-label={t('language.label')}>
          {locales.map((each) => each.id === locale
            ? <span key={each.id} lang={each.id} aria-current="true">{each.name}</span>
            : <span key={each.id} lang={each.id}><Button look="link" onPress={() => void loadLocale(each.id)}>{each.name}</Button></span>)}
        </nav>
      </div>
    </main>
  );
}
