import { dropInvisible } from './clean-text';
import { MAIL_LIMITS } from './mail-limits';

/** Names Windows keeps for devices, with or without an ending. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/**
 * A file name that is a name on any system: no folder, no control or invisible character, no
 * device, at most 200 bytes with its true ending kept. Normalised first and checked after, in
 * one pass, so that nothing changes once it has been checked. Doing it twice changes nothing.
 */
export function safeName(input: string): string {
  // both ends of an absurd name are kept: the beginning says what it is, the ending how it opens
  const bounded = input.length <= 1_500 ? input : input.slice(0, 1_000) + input.slice(-500);
  const flat = dropInvisible(bounded.normalize('NFKC').toWellFormed())
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g, ' ');
  const base = flat.split(/[/\\]/).findLast((piece) => /[^\s.]/.test(piece)) ?? '';
  const name = base
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  if (name === '') return 'file';
  return fit(DEVICE.test(name) ? `_${name}` : name, MAIL_LIMITS.fileNameBytes);
}

/** The ending that decides how a system opens the file: lower case, without the dot, '' for none. */
export function endingOf(name: string): string {
  const safe = safeName(name);
  const dot = safe.lastIndexOf('.');
  return dot < 1 ? '' : safe.slice(dot + 1).toLowerCase();
}

/**
 * The value of Content-Disposition (RFC 6266): an ASCII stand-in for old readers and the true
 * name in RFC 5987 form. Never contains a quote, a backslash or a line break of the sender's.
 */
export function contentDisposition(name: string, how: 'attachment' | 'inline' = 'attachment'): string {
  const safe = safeName(name);
  const ascii = safe.normalize('NFD').replace(/[^\x20-\x7E]/g, '').replace(/["\\%;]/g, '_').trim() || 'file';
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${how}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

function fit(name: string, bytes: number): string {
  if (Buffer.byteLength(name) <= bytes) return name;
  const dot = name.lastIndexOf('.');
  // an ending longer than this is no ending
  const ending = dot > 0 && name.length - dot <= 16 ? name.slice(dot) : '';
  let stem = ending === '' ? name : name.slice(0, dot);
  stem = Buffer.from(stem).subarray(0, bytes - Buffer.byteLength(ending)).toString('utf8').replace(/\uFFFD+$/, '').replace(/[\s.]+$/, '');
  return `${stem}${ending}`;
}
