import { z } from 'zod';

/** Says what to set; the process ends with it at boot. */
class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

const makeKey = `node -e "console.log(crypto.randomBytes(32).toString('base64'))"`;

const serviceUrl = (usual: string) => z.url({ protocol: /^https?$/ }).default(usual);

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    /** `shopify app dev` sets PORT; HOST is the tunnel's URL there, so it is never listened on. */
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    BIND_ADDRESS: z.string().default('127.0.0.1'),
    /** Where Prometheus asks for figures, on BIND_ADDRESS. Unset: nowhere. */
    METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
    SHOPIFY_API_KEY: z.string({ error: 'the client id of your app' }).min(1),
    SHOPIFY_API_SECRET: z.string({ error: 'the client secret of your app' }).min(1),
    SHOPIFY_APP_URL: z.url({ error: 'the URL at which Shopify reaches the app' }),
    TOKEN_ENCRYPTION_KEY: z
      .string({ error: `32 bytes in base64; make one with: ${makeKey}` })
      .transform((text) => Buffer.from(text, 'base64'))
      .refine((key) => key.length === 32, `32 bytes in base64; make one with: ${makeKey}`),
    /** Unset: a PostgreSQL of the app's own, under DATA_DIR. */
    DATABASE_URL: z.url().optional(),
    DATA_DIR: z.string().default('.data'),
    /** An OpenAI-compatible service that reads what the app does not understand, e.g. `https://host/v1`. Unset: nobody is asked. */
    SECOND_READER_URL: z.url({ protocol: /^https?$/ }).optional(),
    SECOND_READER_MODEL: z.string().optional(),
    SECOND_READER_KEY: z.string().optional(),
    /** Where tracking services are called. */
    SEVENTEEN_TRACK_URL: serviceUrl('https://api.17track.net/track/v2.2'),
    AFTERSHIP_URL: serviceUrl('https://api.aftership.com/tracking/2025-01'),
    EASYPOST_URL: serviceUrl('https://api.easypost.com/v2'),
    /** The mail server that sends digests, e.g. `smtps://user:password@host`. Unset: none is sent. */
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    SMTP_FROM: z.string().optional(),
    /** Chats besides Slack that take its incoming webhooks: origins, parted by commas. */
    CHAT_WEBHOOK_ORIGINS: z
      .string()
      .default('')
      .transform((text) => text.split(',').map((origin) => origin.trim()))
      .transform((origins) => origins.filter((origin) => origin !== '')),
    /** An S3-compatible bucket for the photos of buyers' reports. Unset: they are under DATA_DIR. */
    PHOTOS_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
    PHOTOS_S3_REGION: z.string().default('auto'),
    PHOTOS_S3_BUCKET: z.string().optional(),
    PHOTOS_S3_KEY_ID: z.string().optional(),
    PHOTOS_S3_SECRET: z.string().optional(),
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
      .default('info'),
  })
  .refine((set) => !set.SMTP_URL || set.SMTP_FROM, {
    path: ['SMTP_FROM'],
    error: 'the address that SMTP_URL sends from',
  })
  .refine((set) => !set.SECOND_READER_URL || set.SECOND_READER_MODEL, {
    path: ['SECOND_READER_MODEL'],
    error: 'the model that SECOND_READER_URL is asked for',
  })
  .refine(
    (set) =>
      !set.PHOTOS_S3_ENDPOINT ||
      (set.PHOTOS_S3_BUCKET && set.PHOTOS_S3_KEY_ID && set.PHOTOS_S3_SECRET),
    {
      path: ['PHOTOS_S3_ENDPOINT'],
      error: 'needs PHOTOS_S3_BUCKET, PHOTOS_S3_KEY_ID and PHOTOS_S3_SECRET beside it',
    },
  );

export type Environment = Readonly<z.infer<typeof schema>>;

/** Reads and checks the whole environment once; nothing else reads `process.env`. */
function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse({
    ...given,
    // `shopify app dev` calls it APP_URL.
    SHOPIFY_APP_URL: given['SHOPIFY_APP_URL'] ?? given['APP_URL'],
  });
  if (parsed.success) return parsed.data;
  const missing = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new EnvironmentError(
    `The environment is not complete:\n${missing.join('\n')}\nSee .env.example and the README.`,
  );
}

export const env = readEnvironment(process.env);
