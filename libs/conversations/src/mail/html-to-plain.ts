import { convert } from 'html-to-text';
import { storable } from './clean-text';
import { deeperThan, wordsOf } from './html-depth';
import { MAIL_LIMITS } from './mail-limits';

/**
 * The words of HTML as plain text: lists with marks, quotes with `>`, links with their address
 * where it differs from the words. For search, previews, plain display and the quote splitter.
 * @param html sanitised markup or any other; deep or broken markup gives its bare words
 */
export function htmlToPlain(html: string): string {
  if (html === '') return '';
  const bounded = html.slice(0, MAIL_LIMITS.htmlChars * 2);
  if (deeperThan(bounded, MAIL_LIMITS.htmlDepth)) return storable(wordsOf(bounded));
  const text = convert(bounded, {
    wordwrap: false,
    limits: { maxInputLength: MAIL_LIMITS.htmlChars * 2, maxDepth: MAIL_LIMITS.htmlDepth + 10 },
    selectors: [
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['<', '>'], noAnchorUrl: true } },
      { selector: 'img', format: 'skip' },
      { selector: 'hr', options: { length: 20 } },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: 'table', format: 'block' },
      { selector: 'p', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    ],
  });
  return storable(text).replace(/\u00A0/g, ' ').replace(/\n{3,}/g, '\n\n').trim();
}
