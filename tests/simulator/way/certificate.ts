import { generate } from 'selfsigned';

export interface Certificate {
  readonly key: string;
  readonly certificate: string;
}

/** One certificate that signs itself and serves every shop. */
export async function makeCertificate(): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'Simulated Shopify' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: '*.myshopify.com' }] },
    ],
  });
  return { key: made.private, certificate: made.cert };
}
