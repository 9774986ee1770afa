import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoShop, openApp, startVisit, type OpenPage, type Visit } from './admin-visit.ts';

const packageFile = createRequire(import.meta.url).resolve('@shopify/app-bridge-types/package.json');
const file = join(dirname(packageFile), 'dist/index.d.ts');
const checker = ts.createProgram([file], { noLib: false, strict: true }).getTypeChecker();

