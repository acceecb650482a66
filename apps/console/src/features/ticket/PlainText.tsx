import { Fragment } from 'react';
import s from './ticket.module.css';

const link = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g;

/** Text as text: nothing in it is read as markup; addresses of the web become links that tell nobody where they were clicked. */
export function PlainText({ text }: { text: string }) {
  return <p className={s.plainText}>{pieces(text).map((piece, at) => piece.href
    ? <a key={at} href={piece.href} target="_blank" rel="noopener noreferrer nofollow">{piece.text}</a>
    : <Fragment key={at}>{piece.text}</Fragment>)}</p>;
}

export function pieces(text: string): { text: string; href?: string }[] {
  const found: { text: string; href?: string }[] = [];
  let from = 0;
  for (const hit of text.matchAll(link)) {
    if (hit.index > from) found.push({ text: text.slice(from, hit.index) });
    found.push({ text: hit[0], href: hit[0] });
    from = hit.index + hit[0].length;
  }
  if (from < text.length) found.push({ text: text.slice(from) });
  return found;
}
