import sharp, { type FormatEnum } from 'sharp';

/** A picture of ours: nothing of the file that came is in it but what can be seen. */
export interface Photo {
  /** JPEG. */
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Pixels of the longer side. */
const longestSide = 2000;
/** A telephone's largest picture has less; a small file that unfolds to more is meant to do harm. */
const mostPixels = 60_000_000;
const patienceSeconds = 20;

// Of all that the library can open, only what cameras and telephones make; and no memory is held for the next picture.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});
sharp.cache(false);

/** Draws a picture anew, upright and without whatever else its file held (where and when it was taken, by what); null where it is none. */
export async function reencodePhoto(bytes: Uint8Array): Promise<Photo | null> {
  const format = formatOf(bytes);
  if (!format) return null;
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .timeout({ seconds: patienceSeconds })
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    // The library throws for whatever is no picture, is broken, too large or takes too long: the buyer is told so.
    return null;
  }
}

/** What the first bytes say; a file's name and announced type say nothing. */
function formatOf(bytes: Uint8Array): keyof FormatEnum | null {
  const head = Buffer.from(bytes.subarray(0, 12));
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg';
  if (head.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return 'png';
  const isWebp = head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8) === 'WEBP';
  return isWebp ? 'webp' : null;
}
