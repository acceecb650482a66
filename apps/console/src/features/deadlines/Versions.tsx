import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import s from './deadlines.module.css';

export interface VersionRow { version: number; effectiveFrom: string; note: string | null; createdAt: string; createdBy: { id: string; name: string } | null }

/** Who made which version when, and why; versions are never changed afterwards. */
export function Versions({ versions, current }: { versions: VersionRow[]; current: number }) {
  const t = useT();
  const formats = useFormats();
  // Saved and in force at once, but for the moment between.
  const later = (row: VersionRow): boolean => Math.abs(Date.parse(row.effectiveFrom) - Date.parse(row.createdAt)) > 60_000;
  return (
    <section className={s.section} aria-label={t('versions.title')}>
      <h2 className={s.h2}>{t('versions.title')}</h2>
      <ol className={s.versions}>
        {[...versions].sort((a, b) => b.version - a.version).map((row) => (
          <li key={row.version}>
            <strong>{t(row.version === current ? 'versions.current' : 'versions.version', { version: row.version })}</strong>
            <span className={s.quiet}> {formats.full(row.createdAt)} · {row.createdBy?.name ?? t('versions.shipped')}{later(row) ? ` · ${t('versions.from', { when: formats.full(row.effectiveFrom) })}` : ''}</span>
            {row.note ? <p>{row.note}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
