import sharp, { type Sharp } from 'sharp';
import { MAIL_LIMITS } from './mail-limits';

export type ImageRefusal = 'not_a_picture' | 'too_many_pixels' | 'unreadable';

/** The picture cannot be made safe to show: keep the file as a plain attachment. */
export class ImageNotStripped extends Error {
  override readonly name = 'ImageNotStripped';

  constructor(readonly reason: ImageRefusal) {
    super(reason);
  }
}

export interface StrippedImage {
  bytes: Buffer;
  type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  /** pixels, after turning it the way the camera was held */
  width: number;
  height: number;
}

/**
 * The same picture made anew: no place, camera, thumbnail, comment or hidden tail survives.
 * @throws ImageNotStripped
 */
export async function stripImage(bytes: Buffer): Promise<StrippedImage> {
  const { format, width, height, pages } = await measure(bytes);
  if (!format || !(format in ENCODERS)) throw new ImageNotStripped('not_a_picture');
  // counted before anything is decoded: a small file can claim a wall of pixels
  if (width * height * pages > MAIL_LIMITS.pixels) throw new ImageNotStripped('too_many_pixels');
  const encoder = ENCODERS[format as keyof typeof ENCODERS];
  try {
    // a moving picture cannot be turned, and its frames carry no orientation
    const opened = open(bytes, pages > 1);
    const turned = pages > 1 ? opened : opened.autoOrient();
    const { data, info } = await encoder.write(turned).timeout({ seconds: MAIL_LIMITS.pictureSeconds }).toBuffer({ resolveWithObject: true });
    return { bytes: data, type: encoder.type, width: info.width, height: info.pageHeight ?? info.height };
  } catch (error) {
    throw refusal(error);
  }
}

const ENCODERS = {
  png: { type: 'image/png', write: (image: Sharp) => image.png() },
  jpeg: { type: 'image/jpeg', write: (image: Sharp) => image.jpeg({ quality: 88, mozjpeg: false }) },
  gif: { type: 'image/gif', write: (image: Sharp) => image.gif() },
  webp: { type: 'image/webp', write: (image: Sharp) => image.webp({ quality: 88 }) },
} as const;

async function measure(bytes: Buffer): Promise<{ format: string | undefined; width: number; height: number; pages: number }> {
  try {
    const { format, width, height, pages, pageHeight } = await open(bytes, false).metadata();
    return { format, width, height: pageHeight ?? height, pages: pages ?? 1 };
  } catch (error) {
    const refused = refusal(error);
    throw refused.reason === 'too_many_pixels' ? refused : new ImageNotStripped('not_a_picture');
  }
}

function open(bytes: Buffer, animated: boolean): Sharp {
  return sharp(bytes, { limitInputPixels: MAIL_LIMITS.pixels, failOn: 'error', animated, sequentialRead: true });
}

function refusal(error: unknown): ImageNotStripped {
  return new ImageNotStripped(/pixel limit/i.test(error instanceof Error ? error.message : '') ? 'too_many_pixels' : 'unreadable');
}
