import sharp from 'sharp';

/** A form as a browser sends it; fields of the same name more than once as a list. */
export function formOf(
  fields: Readonly<Record<string, string>>,
  photos: readonly Uint8Array[] = [],
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const photo of photos) {
    form.append('photos', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), 'photo.jpg');
  }
  return form;
}

/** As a telephone makes it: large, lying on its side, and telling where it was taken. */
export async function telephonePhoto(): Promise<Buffer> {
  return sharp({ create: { width: 2600, height: 1200, channels: 3, background: '#c0392b' } })
    .withExif({
      IFD0: { Make: 'Lantern', Model: 'Pocket' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 24/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}
