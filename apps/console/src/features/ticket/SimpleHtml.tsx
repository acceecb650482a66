import type DOMPurifyType from 'dompurify';
import { useEffect, useState } from 'react';
import { dropEmptyEnd, dropQuoted } from './mail-html';
import { PlainText } from './PlainText';
import s from './ticket.module.css';

let purifier: Promise<typeof DOMPurifyType> | undefined;

/** The second wall: the server has sanitised already, and nothing reaches the page that this list does not name. */
const allowed = {
  ALLOWED_TAGS: ['p', 'br', 'div', 'span', 'ul', 'ol', 'li', 'a', 'blockquote', 'strong', 'em', 'b', 'i', 'u', 's', 'h1', 'h2', 'h3', 'h4', 'pre', 'code', 'hr'],
  ALLOWED_ATTR: ['href', 'lang', 'dir', 'data-quoted'],
  // Values that are no addresses and so are not held to be ones.
  ADD_URI_SAFE_ATTR: ['lang', 'dir', 'data-quoted'],
  ALLOWED_URI_REGEXP: /^(?:https?|mailto|tel):/i,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
};

/** A mail of paragraphs, lists, links and quotes, drawn in the desk's own type and theme. Until the purifier is there, its plain text. */
export function SimpleHtml({ html, text, hasQuoted }: { html: string; text: string; hasQuoted: boolean }) {
  const [clean, setClean] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    purifier ??= import('dompurify').then((module) => module.default);
    void purifier.then((purify) => {
      const fragment = purify.sanitize(html, { ...allowed, RETURN_DOM_FRAGMENT: true });
      if (hasQuoted) dropQuoted(fragment);
      dropEmptyEnd(fragment);
      fragment.querySelectorAll('a').forEach((anchor) => { anchor.target = '_blank'; anchor.rel = 'noopener noreferrer nofollow'; });
      const holder = document.createElement('div');
      holder.append(fragment);
      if (current) setClean(holder.innerHTML);
    });
    return () => { current = false; };
  }, [html, hasQuoted]);
  return clean === null ? <PlainText text={text} /> : <div className={s.html} dangerouslySetInnerHTML={{ __html: clean }} />;
}
