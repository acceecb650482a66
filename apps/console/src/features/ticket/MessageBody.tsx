import { useState } from 'react';
import type { Entry } from '../../data/types';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { MailFrame } from './MailFrame';
import { PlainText } from './PlainText';
import { SimpleHtml } from './SimpleHtml';
import s from './ticket.module.css';

const foldLines = 40;
const foldCharacters = 4000;

export function MessageBody({ entry, lang }: { entry: Entry; lang?: string }) {
  const t = useT();
  const { mail } = entry;
  const [whole, setWhole] = useState(false);
  const [quoted, setQuoted] = useState(false);
  const text = entry.text ?? '';
  const framed = Boolean(mail?.html && !mail.simple);
  const long = !framed && (text.split('\n').length > foldLines || text.length > foldCharacters);
  return (
    <div className={s.body} lang={lang}>
      <div className={long && !whole ? s.folded : undefined}>
        {mail?.html && framed ? <MailFrame html={mail.html} remoteImages={mail.remoteImages} hasQuoted={mail.quoted !== null} />
          : mail?.html ? <SimpleHtml html={mail.html} text={text} hasQuoted={mail.quoted !== null} />
            : <PlainText text={text} />}
      </div>
      {long ? <Button look="link" aria-expanded={whole} onPress={() => setWhole(!whole)}>{whole ? t('message.showLess') : t('message.showAll')}</Button> : null}
      {mail && !framed && mail.remoteImages ? <p className={s.quiet}>{t('message.imagesBlocked')}</p> : null}
      {mail?.quoted ? (
        <div>
          <Button look="link" aria-expanded={quoted} onPress={() => setQuoted(!quoted)}>{quoted ? t('message.hideQuoted') : t('message.showQuoted')}</Button>
          {quoted ? <blockquote className={s.quoted}><PlainText text={mail.quoted} /></blockquote> : null}
        </div>
      ) : null}
    </div>
  );
}
