import { createStorage } from 'unstorage';
import fsDriver from 'unstorage/drivers/fs';
import s3Driver from 'unstorage/drivers/s3';

/** Where pictures are kept, by keys such as `shop:report:photo.jpg`. Each of these throws where the place does not answer. */
export interface PhotoStore {
  keep(key: string, bytes: Buffer): Promise<void>;
  /** Null where there is none. */
  read(key: string): Promise<Uint8Array | null>;
  /** Also where there is none. */
  erase(key: string): Promise<void>;
}

export type PhotoPlace =
  | { readonly kind: 'disk'; readonly directory: string }
  | {
      readonly kind: 's3';
      /** Of the service, e.g. `https://s3.eu-central-1.amazonaws.com`. */
      readonly endpoint: string;
      readonly region: string;
      readonly bucket: string;
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
    };

export function photoStoreAt(place: PhotoPlace): PhotoStore {
  const storage = createStorage({ driver: driverOf(place) });
  return {
    keep: (key, bytes) => storage.setItemRaw(key, bytes),
    read: async (key) => {
      const found = await storage.getItemRaw<Uint8Array | ArrayBuffer>(key);
      return found === null ? null : new Uint8Array(found);
    },
    erase: (key) => storage.removeItem(key),
  };
}

function driverOf(place: PhotoPlace) {
  if (place.kind === 'disk') return fsDriver({ base: place.directory });
  const { kind: _, ...bucket } = place;
  return s3Driver(bucket);
}
