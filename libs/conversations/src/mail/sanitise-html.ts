import sanitizeHtml from 'sanitize-html';
import { storable } from './clean-text';
import { deeperThan, wordsOf } from './html-depth';
import { textAsHtml } from './mail-body';
import { MAIL_LIMITS } from './mail-limits';
import { ALLOWED_ATTRIBUTES, ALLOWED_TAGS, CONTENT_DROPPED, SIMPLE_TAGS, tagRules, type TagFindings } from './sanitise-rules';

/** Raise it with every change of the rules: stored display copies of an older number are made anew. */
export const SANITISER_VERSION = 2;

export interface SanitiseOptions {
  /** Content-ID (without brackets) of inline pictures to the id they are served under */
  files?: ReadonlyMap<string, string>;
}

export interface SanitisedHtml {
  /** safe to show; '' when nothing is left */
  html: string;
  /** paragraphs, lists, links and quotes only: may be shown in the console's own type */
  simple: boolean;
  /** pictures that wait in `data-src` until somebody asks for them */
  remoteImages: number;
  /** true when the end was cut off */
  cut: boolean;
  /** true when the markup was too deep and only its words are shown */
  tooDeep: boolean;
  version: number;
}

/**
 * The display copy of a mail's HTML. It must be the last thing done to the markup before it is
 * stored: whatever changes it afterwards undoes it. Running it again on its own result changes nothing.
 */
export function sanitiseHtml(html: string, options: SanitiseOptions = {}): SanitisedHtml {
  let source = cutMarkup(storable(html), MAIL_LIMITS.htmlChars);
  let cut = source.length < html.length && html.length > MAIL_LIMITS.htmlChars;
  const tooDeep = deeperThan(source, MAIL_LIMITS.htmlDepth);
  if (tooDeep) source = textAsHtml(wordsOf(source));
  let result = clean(source, options);
  // escaping makes text longer: cut the source until its clean form fits
  while (result.html.length > MAIL_LIMITS.htmlChars) {
    cut = true;
    source = cutMarkup(source, Math.floor((source.length * MAIL_LIMITS.htmlChars) / result.html.length) - 1_000);
    result = clean(source, options);
  }
  return { html: result.html, simple: isSimple(result.html), remoteImages: result.found.remoteImages, cut, tooDeep, version: SANITISER_VERSION };
}

/** More than any mail or generated markup was seen to need. */
const PASSES = 5;

/**
 * Tags are renamed and dropped after the parser has nested them: `<p><body>` comes out as `<p><div>`, which the parser reads as
 * three blocks, for a `div` ends a paragraph. So the result is read again until reading it changes nothing; nearly always at once.
 */
function clean(html: string, options: SanitiseOptions): { html: string; found: TagFindings } {
  let result = cleanOnce(html, options);
  for (let pass = 1; pass < PASSES; pass++) {
    const again = cleanOnce(result.html, options);
    if (again.html === result.html) break;
    result = again;
  }
  return result;
}

function cleanOnce(html: string, options: SanitiseOptions): { html: string; found: TagFindings } {
  const found: TagFindings = { remoteImages: 0 };
  const safe = sanitizeHtml(html, {
    allowedTags: ALLOWED_TAGS,
    allowedAttributes: ALLOWED_ATTRIBUTES,
    nonTextTags: CONTENT_DROPPED,
    transformTags: { '*': tagRules(options.files ?? new Map(), found) },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesAppliedToAttributes: ['href', 'src', 'data-src'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    // our own rules have been over the style attribute already
    parseStyleAttributes: false,
    exclusiveFilter: (frame) => frame.tag === 'img' && !frame.attribs['src'] && !frame.attribs['data-src'],
  });
  return { html: safe.trim(), found };
}

/** Cuts between two tags, so that no half tag swallows what comes after it. */
function cutMarkup(html: string, chars: number): string {
  if (html.length <= chars) return html;
  const head = html.slice(0, Math.max(0, chars)).toWellFormed();
  const open = head.lastIndexOf('<');
  return open > head.lastIndexOf('>') ? head.slice(0, open) : head;
}

function isSimple(html: string): boolean {
  for (const match of html.matchAll(/<([a-z][a-z0-9]*)([^>]*)>/g)) {
    if (!SIMPLE_TAGS.has(match[1] ?? '') || / (?:style|align|bgcolor)=/.test(match[2] ?? '')) return false;
  }
  return true;
}
