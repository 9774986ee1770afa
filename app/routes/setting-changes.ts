import { z } from 'zod';
import { jsonField } from './fields-of.ts';

/** What settings are to be, by their paths, as JSON in one field of a form. */
export const settingChanges = z.preprocess(jsonField, z.record(z.string().max(100), z.unknown()));
