import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import s from './composer.module.css';
import type { DraftKeeper, DraftSnapshot } from './draft-keeper';

/** The same draft in another tab, or another version from another device: the person decides which goes on. */
export function DraftNotices({ keeper, draft }: { keeper: DraftKeeper; draft: DraftSnapshot }) {
  const t = useT();
  return (
    <>
      {draft.elsewhere ? <div className={s.notice}><Notice tone="info" actions={<Button look="link" onPress={() => void keeper.moveHere()}>{t('draft.moveHere')}</Button>}>{t('draft.elsewhere')}</Notice></div> : null}
      {draft.other ? (
        <div className={s.notice}>
          <Notice tone="info" actions={<Button look="link" onPress={() => keeper.useOther()}>{t('draft.useOther')}</Button>}>
            {t('draft.other', { start: draft.other.text.slice(0, 60) })}
          </Notice>
        </div>
      ) : null}
    </>
  );
}
