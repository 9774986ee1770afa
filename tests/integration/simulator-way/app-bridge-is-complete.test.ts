import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoShop, openApp, startVisit, type OpenPage, type Visit } from './admin-visit.ts';

/** Nothing at Shopify too, unless the app was opened to fulfil an intent. */
const ofIntents = /^intents\.(response|request\.value)\./;

describe('App Bridge here', () => {
  let visit: Visit;
  let opened: OpenPage;

  beforeAll(async () => {
    visit = await startVisit();
    const context = await visit.browser.newContext();
    opened = await openApp(context, visit.simulator.adminUrl(demoShop.domain));
  });
  afterAll(async () => {
    await visit.close();
  });

  test("has every member that Shopify's types name", async () => {
    const named = membersOf(typeNamed('ShopifyGlobal'));
    expect(named.length).toBeGreaterThan(50);
    const missing = await opened.frame.locator('body').evaluate(
      (_body, members) =>
        members.filter(({ path, isFunction }) => {
          const value = path
            .split('.')
            .reduce<unknown>(
              (from, name) => (Object(from) as Record<string, unknown>)[name],
              shopify,
            );
          return isFunction ? typeof value !== 'function' : value === undefined;
        }),
      named,
    );
    expect(missing.map(({ path }) => path).filter((path) => !ofIntents.test(path))).toEqual([]);
  });

  test("defines every element that Shopify's types name", async () => {
    const names = checker
      .getPropertiesOfType(typeNamed('AppBridgeElements'))
      .map(({ name }) => name);
    expect(names).toContain('ui-nav-menu');
    const undefinedNames = await opened.frame
      .locator('body')
      .evaluate((_body, all) => all.filter((name) => !customElements.get(name)), names);
    expect(undefinedNames).toEqual([]);
  });

  test('says so where it has no more than the name', async () => {
    const attempts = opened.frame.locator('body').evaluate(async () => {
      const outcomes = await Promise.allSettled([
        shopify.resourcePicker({ type: 'product' }),
        shopify.scopes.revoke(['read_products']),
        shopify.pos.cart.fetch(),
        shopify.modal.show('nothing-of-this-name'),
      ]);
      return outcomes.map((outcome) =>
        outcome.status === 'rejected' ? String(outcome.reason) : 'answered',
      );
    });
    expect(await attempts).toEqual([
      'NotSimulated: shopify.resourcePicker is not part of the simulated admin',
      'NotSimulated: shopify.scopes.revoke is not part of the simulated admin',
      'NotSimulated: shopify.pos.cart.fetch is not part of the simulated admin',
      expect.stringContaining('nothing-of-this-name'),
    ]);
  });
});

const packageFolder = dirname(createRequire(import.meta.url).resolve('@shopify/app-bridge-types'));
const typesFile = join(packageFolder, 'index.d.ts');
const program = ts.createProgram([typesFile], {
  strict: true,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
});
const checker = program.getTypeChecker();

function typeNamed(name: string): ts.Type {
  const declaration = program
    .getSourceFile(typesFile)
    ?.statements.filter(ts.isInterfaceDeclaration)
    .find((statement) => statement.name.text === name);
  if (!declaration) throw new Error(`@shopify/app-bridge-types has no ${name} any more`);
  return checker.getTypeAtLocation(declaration);
}

interface Member {
  readonly path: string;
  readonly isFunction: boolean;
}

/** Every function and value below a type, by its dotted path. */
function membersOf(type: ts.Type, prefix = ''): readonly Member[] {
  return checker.getPropertiesOfType(type).flatMap((property) => {
    const path = `${prefix}${property.name}`;
    const own = checker.getNonNullableType(checker.getTypeOfSymbol(property));
    if (own.getCallSignatures().length > 0) return [{ path, isFunction: true }];
    // The configuration is plain data, most of it optional; promises and texts have only the language's members.
    const isLeaf = path === 'config' || path === 'ready' || !(own.flags & ts.TypeFlags.Object);
    return isLeaf ? [{ path, isFunction: false }] : membersOf(own, `${path}.`);
  });
}
