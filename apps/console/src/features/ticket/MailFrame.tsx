import { ImageOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { framePage, guessHeight, imageAsData } from './mail-html';
import s from './ticket.module.css';

/**
 * A mail with a layout of its own, on a white sheet in a frame that can run no script and belongs to no origin.
 * Such a frame cannot tell its height, so it is guessed from the content, scrolls inside, and can be opened up.
 */
export function MailFrame({ html, remoteImages, hasQuoted }: { html: string; remoteImages: boolean; hasQuoted: boolean }) {
  const t = useT();
  const [large, setLarge] = useState(false);
  const [page, setPage] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    void framePage(html, hasQuoted, imageAsData).then((ready) => { if (current) setPage(ready); });
    return () => { current = false; };
  }, [html, hasQuoted]);
  return (
    <div className={s.frameBox}>
      {remoteImages ? <p className={s.quiet}><ImageOff size={14} strokeWidth={1.75} aria-hidden="true" /> {t('message.imagesBlocked')}</p> : null}
      <iframe
        className={s.frame} title={t('message.frame')} srcDoc={page ?? ''} referrerPolicy="no-referrer"
        sandbox="allow-popups allow-popups-to-escape-sandbox" style={{ height: large ? 'min(2400px, 78vh)' : guessHeight(html) }}
      />
      <Button look="link" aria-expanded={large} onPress={() => setLarge(!large)}>{large ? t('message.showLess') : t('message.showAll')}</Button>
    </div>
  );
}
