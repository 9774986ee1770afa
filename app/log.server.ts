import { pino } from 'pino';
import { env } from './env.server.ts';

/** One JSON line an event, with ids and never with people; tokens are cut out wherever they turn up. */
export const log = pino({
  level: env.LOG_LEVEL,
  redact: {
    paths: ['*.accessToken', '*.refreshToken', 'accessToken', 'refreshToken', '*.headers'],
    remove: true,
  },
});
