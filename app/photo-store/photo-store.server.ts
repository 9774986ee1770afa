import { setTimeout as sleep } from 'node:timers/promises';
import { createStorage, type Storage } from 'unstorage';
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
    keep: (key, bytes) => inTime(keepSurely(storage, key, bytes)),
    read: async (key) => {
      const found = await inTime(storage.getItemRaw<Uint8Array | ArrayBuffer>(key));
      return found === null ? null : new Uint8Array(found);
    },
    erase: (key) => inTime(storage.removeItem(key)),
  };
}

/** Where there is no such bucket, the driver takes that for an answer. */
async function keepSurely(storage: Storage, key: string, bytes: Buffer): Promise<void> {
  await storage.setItemRaw(key, bytes);
  if (!(await storage.hasItem(key))) throw new Error(`the photo store did not keep ${key}`);
}

/** Well below what a transaction may take: pictures are erased in one. */
const patienceMs = 10_000;

/** The drivers wait for ever. */
async function inTime<Outcome>(work: Promise<Outcome>): Promise<Outcome> {
  const over = new AbortController();
  const late = sleep(patienceMs, null, { signal: over.signal }).then(() =>
    Promise.reject(new Error('the photo store did not answer in time')),
  );
  try {
    return await Promise.race([work, late]);
  } finally {
    over.abort();
  }
}

function driverOf(place: PhotoPlace) {
  if (place.kind === 'disk') return fsDriver({ base: place.directory });
  const { kind: _, ...bucket } = place;
  return s3Driver(bucket);
}
