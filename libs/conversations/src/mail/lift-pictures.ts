import { createHash } from 'node:crypto';
import type { MailAttachment } from './mail-types';

const DATA_PICTURE = /data:image\/(png|jpe?g|gif|webp);base64,([A-Za-z0-9+/]{16,}={0,2})/gi;

/**
 * Pictures written into the HTML itself (`data:`) become inline files with a `cid:` name, since
 * the sanitiser lets no `data:` through and they would make the markup too long to show.
 * @param room how many may still be kept; further ones stay as they are and are not shown
 */
export function liftPictures(html: string, room: number): { html: string; pictures: MailAttachment[] } {
  const pictures = new Map<string, MailAttachment>();
  const lifted = html.replace(DATA_PICTURE, (whole: string, kind: string, base64: string) => {
    const bytes = Buffer.from(base64, 'base64');
    // named by content: the same mail parsed twice gives the same names
    const contentId = `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}@data`;
    if (!pictures.has(contentId)) {
      if (pictures.size >= room) return whole;
      const type = kind.toLowerCase() === 'jpg' ? 'jpeg' : kind.toLowerCase();
      pictures.set(contentId, { name: `picture-${pictures.size + 1}.${type}`, declaredType: `image/${type}`, contentId, inline: true, bytes });
    }
    return `cid:${contentId}`;
  });
  return { html: lifted, pictures: [...pictures.values()] };
}
