import { fileTypeFromBuffer } from 'file-type';
import { endingOf } from './safe-name';

export interface SniffedType {
  /** the type to store and to serve the file with */
  type: string;
  /** a picture that may be shown in the page once `stripImage` has made it anew */
  picture: boolean;
  /** opening it can run something; the console warns before the download */
  risky: boolean;
}

const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** What a browser would run or read as a page. Served as bytes to save, whatever the mail calls it. */
const ACTIVE = /^(?:text\/(?:html|xml|javascript|css)|image\/svg\+xml|application\/(?:xml|xhtml\+xml|javascript|x-javascript|ecmascript|x-msdownload|x-shockwave-flash|wasm|x-sh)|application\/[a-z0-9.+-]+\+xml)$/;

const RISKY = new Set(
  ('ade adp apk app appx bat chm cmd com cpl dll dmg exe gadget hta html htm xhtml svg inf iso img jar jnlp js jse lnk mhtml msc msi msix msp mst ' +
    'ps1 psm1 py reg rb scf scr sct settingcontent-ms sh shb sys url vb vbe vbs vhd vhdx ws wsc wsf wsh xll xlam xlsm docm dotm pptm one').split(' '),
);

/**
 * The type of a file by its bytes; what the sender says and the name's ending are only asked
 * for text, which has no signature. Reads the first kilobytes and never unpacks anything.
 */
export async function sniffType(bytes: Uint8Array, declaredType: string, name: string): Promise<SniffedType> {
  const ending = endingOf(name);
  const found = await bySignature(bytes);
  const claimed = declaredType.toLowerCase().split(';')[0]?.trim() ?? '';
  const risky = RISKY.has(ending) || RISKY.has(found?.ext ?? '') || ACTIVE.test(claimed) || looksActive(bytes);
  if (found && !ACTIVE.test(found.mime)) return { type: found.mime, picture: PICTURES.has(found.mime), risky };
  if (!found && !risky && isText(bytes)) return { type: textType(claimed, ending), picture: false, risky };
  return { type: 'application/octet-stream', picture: false, risky };
}

async function bySignature(bytes: Uint8Array): Promise<{ mime: string; ext: string } | undefined> {
  try {
    return await fileTypeFromBuffer(bytes);
  } catch {
    // a file made to trip the reader has no type
    return undefined;
  }
}

function textType(claimed: string, ending: string): string {
  if (claimed === 'text/csv' || ending === 'csv') return 'text/csv';
  if (claimed === 'text/calendar' || ending === 'ics') return 'text/calendar';
  if (claimed === 'message/rfc822' || ending === 'eml') return 'message/rfc822';
  return 'text/plain';
}

/** Markup or script at the start, UTF-7 included: some readers look at the bytes and not at the type. */
function looksActive(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 2_048)).toString('latin1').replaceAll('\0', '').trimStart().toLowerCase();
  return /^(?:[\u00ef\u00bb\u00bf\u00ff\u00fe]*\s*)?(?:<!doctype\s+html|<html|<svg|<script|<\?xml|<\?php|<body|<iframe|#!)/.test(start) || /<(?:script|svg|iframe)\b|\+adw-/.test(start);
}

function isText(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 8_192);
  for (const byte of start) if (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)) return false;
  return true;
}
