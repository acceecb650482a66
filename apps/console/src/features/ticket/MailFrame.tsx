import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import s from './ticket.module.css';

/**
 * A mail with a layout of its own, on a white sheet in a frame that can run no script and belongs to no origin.
 * Such a frame cannot tell its height, so it is guessed from the content, scrolls inside, and can be opened up.
 */
export function MailFrame({ html, remoteImages }: { html: string; remoteImages: boolean }) {
  const t = useT();
  const [large, setLarge] = useState(false);
  const origin = location.origin;
  const policy = `default-src 'none'; img-src ${origin} data:; style-src ${origin} 'unsafe-inline'; form-action 'none'; base-uri 'none'`;
  const page = `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`
    + `<meta name="referrer" content="no-referrer"><base target="_blank"><link rel="stylesheet" href="${origin}/mail-frame.css"></head><body>${html}</body></html>`;
  return (
    <div className={s.frameBox}>
      {remoteImages ? <p className={s.quiet}><ImageOff size={14} strokeWidth={1.75} aria-hidden="true" /> {t('message.imagesBlocked')}</p> : null}
      <iframe
        className={s.frame} title={t('message.frame')} srcDoc={page} loading="lazy" referrerPolicy="no-referrer"
        sandbox="allow-popups allow-popups-to-escape-sandbox" style={{ height: large ? 'min(2400px, 78vh)' : guessHeight(html) }}
      />
      <Button look="link" aria-expanded={large} onPress={() => setLarge(!large)}>{large ? t('message.showLess') : t('message.showAll')}</Button>
    </div>
  );
}

/** Pixels, between a note and half a screen: text at about 70 characters a line, and what opens a new block. */
export function guessHeight(html: string): number {
  const text = html.replace(/<[^>]*>/g, '').length;
  const blocks = html.match(/<(?:p|div|tr|li|br|h[1-6]|blockquote)\b/gi)?.length ?? 0;
  const images = html.match(/<img\b(?![^>]*data-src)/gi)?.length ?? 0;
  return Math.max(96, Math.min(480, 40 + (text / 70) * 24 + blocks * 14 + images * 120));
}
