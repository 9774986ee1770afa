import type { PhotoId } from '../domain/ids.ts';

/** A photo of a buyer's report; null when none came. */
export async function fetchPhoto(photoId: PhotoId): Promise<Blob | null> {
  try {
    const response = await fetch(`/app/photos/${photoId}`);
    const isPhoto = response.headers.get('Content-Type') === 'image/jpeg';
    return response.ok && isPhoto ? await response.blob() : null;
  } catch {
    // No network: the card says so to the merchant.
    return null;
  }
}
