import sharp from 'sharp';
import { stripImage } from './strip-image';

const red = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#c33' } });

describe('SEC-S66, ASVS 14.2.8: pictures are made anew', () => {
  test('place, camera and hidden tail are gone, and the picture stands upright', async () => {
    const photo = await red(40, 20)
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD0: { Make: 'Kamera Oy' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '60/1 10/1 0/1' } })
      .jpeg()
      .toBuffer();
    expect(photo.includes('Kamera Oy')).toBe(true);
    const stripped = await stripImage(Buffer.concat([photo, Buffer.from('<script>alert(1)</script>')]));
    expect(stripped).toMatchObject({ type: 'image/jpeg', width: 20, height: 40 });
    const { exif, icc, xmp, orientation } = await sharp(stripped.bytes).metadata();
    expect([exif, icc, xmp, orientation]).toEqual([undefined, undefined, undefined, undefined]);
    for (const trace of ['Kamera Oy', 'GPS', 'script']) expect(stripped.bytes.includes(trace)).toBe(false);
  });

  test.each(['png', 'jpeg', 'gif', 'webp'] as const)('%s stays %s', async (format) => {
    const stripped = await stripImage(await red(8, 6).toFormat(format).toBuffer());
    expect(stripped).toMatchObject({ type: `image/${format}`, width: 8, height: 6 });
    expect((await sharp(stripped.bytes).metadata()).format).toBe(format);
  });

  test('a moving picture keeps moving', async () => {
    const frames = Buffer.alloc(8 * 6 * 3, 0).fill(200, 0, 8 * 3 * 3);
    const gif = await sharp(frames, { raw: { width: 8, height: 6, channels: 3, pageHeight: 3 } }).gif().toBuffer();
    const stripped = await stripImage(gif);
    expect(stripped).toMatchObject({ type: 'image/gif', width: 8, height: 3 });
    expect((await sharp(stripped.bytes, { animated: true }).metadata()).pages).toBe(2);
  });
});

describe('SEC-S69: what is refused, to be kept as a plain file', () => {
  test('a wall of pixels, before it is decoded', async () => {
    const png = await red(1, 1).png().toBuffer();
    png.writeUInt32BE(65_535, 16);
    png.writeUInt32BE(65_535, 20);
    await expect(stripImage(png)).rejects.toMatchObject({ name: 'ImageNotStripped', reason: expect.stringMatching(/^(?:too_many_pixels|not_a_picture)$/) as string });
    await expect(stripImage(await red(8_000, 5_001).png().toBuffer())).rejects.toMatchObject({ reason: 'too_many_pixels' });
  });

  test.each([
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><script>alert(1)</script></svg>')],
    ['words', Buffer.from('hei')],
    ['nothing', Buffer.alloc(0)],
  ])('%s', async (_name, bytes) => {
    await expect(stripImage(bytes)).rejects.toMatchObject({ reason: 'not_a_picture' });
  });

  test('half a picture', async () => {
    const jpeg = await red(400, 400).jpeg().toBuffer();
    await expect(stripImage(jpeg.subarray(0, jpeg.length / 2))).rejects.toMatchObject({ name: 'ImageNotStripped' });
  });
});
