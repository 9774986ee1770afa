import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { TrackingService } from '../domain/carriers/tracking-services.ts';

interface Signature {
  readonly header: string;
  readonly of: (body: Buffer, secret: string) => string;
}

const signatures: Readonly<Record<TrackingService, Signature>> = {
  '17track': {
    header: 'sign',
    of: (body, key) => createHash('sha256').update(body).update(`/${key}`).digest('hex'),
  },
  aftership: {
    header: 'aftership-hmac-sha256',
    of: (body, secret) => createHmac('sha256', secret).update(body).digest('base64'),
  },
  easypost: {
    header: 'x-hmac-signature',
    of: (body, secret) => {
      const digest = createHmac('sha256', secret.normalize('NFKD')).update(body).digest('hex');
      return `hmac-sha256-hex=${digest}`;
    },
  },
};

/** Whether the service signed exactly this body, compared in constant time. */
export function isSignedBy(
  service: TrackingService,
  {
    headers,
    body,
    secret,
  }: { readonly headers: Headers; readonly body: Buffer; readonly secret: string },
): boolean {
  const { header, of } = signatures[service];
  const shown = Buffer.from(headers.get(header) ?? '');
  const right = Buffer.from(of(body, secret));
  return shown.length === right.length && timingSafeEqual(shown, right);
}
