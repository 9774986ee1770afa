import { expect, test } from 'vitest';
import { flowTriggers } from '#app/domain/flow.ts';
import { checkExtension } from '../../../scripts/extensions/check-extension.ts';
import { readConfig } from '../../../scripts/extensions/extension-config.ts';
import { readExtensions } from '../../../scripts/extensions/read-extensions.ts';

const ui = {
  api_version: '2026-07',
  extensions: [
    {
      ...{ name: 't:name', handle: 'a-block', type: 'ui_extension' },
      targeting: [{ module: './src/a-block.tsx', target: 'admin.order-details.block.render' }],
    },
  ],
};
const flow = (type: string, field: object, more: object = {}) => ({
  extensions: [{ name: 'A name', description: 'What it does', handle: 'a-flow', type, ...more }],
  settings: { fields: [field] },
});
const text = { type: 'single_line_text_field', key: 'Act by', description: 'When' };
const action = { runtime_url: '/flow/a' };
const given = { key: 'at_most', name: 'At most', description: 'How much', required: false };

test('what Shopify takes is taken', () => {
  expect(readConfig(ui)).toMatchObject({ outcome: 'ui' });
  expect(readConfig(flow('flow_trigger', text))).toMatchObject({ outcome: 'trigger' });
  const number = { ...given, type: 'number_integer' };
  expect(readConfig(flow('flow_action', number, action))).toMatchObject({ outcome: 'action' });
});

test.each([
  ['another API version', { ...ui, api_version: '2025-07' }, 'api_version'],
  ['an unknown key', { ...ui, extentions: [] }, 'extentions'],
  [
    'an unknown key further in',
    { ...ui, extensions: [{ ...ui.extensions[0], handel: 'x' }] },
    'handel',
  ],
  ['words of its own', { ...ui, extensions: [{ ...ui.extensions[0], name: 'Block' }] }, 'name'],
  ['a type that no trigger has', flow('flow_trigger', { ...text, type: 'number_integer' }), 'type'],
  ['a key with an underscore', flow('flow_trigger', { ...text, key: 'act_by' }), 'key'],
  ['a key with a digit', flow('flow_trigger', { ...text, key: 'Act by 2' }), 'key'],
  ['a type that no action has', flow('flow_action', { ...given, type: 'date' }, action), 'type'],
  [
    'an address of somebody else',
    flow('flow_action', { ...given, type: 'boolean' }, { runtime_url: 'https://example.com/' }),
    'runtime_url',
  ],
  ['a type of extension that is not built here', flow('theme', text), 'type'],
])('%s is refused, and named', (_, config, named) => {
  const read = readConfig(config);
  expect(read.outcome).toBe('wrong');
  expect(read.outcome === 'wrong' ? read.problems.join('\n') : '').toContain(named);
});

test('a module that is not there, and words that a language lacks, are problems', async () => {
  const { problems } = await checkExtension({ folder: 'extensions/nowhere', config: ui });
  expect(problems).toContain('there is no extensions/nowhere/src/a-block.tsx');
  expect(problems).toContain('there is no extensions/nowhere/locales/zh-CN.json');
  expect(problems).toContain('en.default lacks name');
});

test('the triggers that the app tells of are those that are deployed', () => {
  const handles = readExtensions().flatMap(({ config }) => {
    const read = readConfig(config);
    return read.outcome === 'trigger' ? [read.config.extensions[0].handle] : [];
  });
  expect(handles.sort()).toEqual([...flowTriggers].sort());
});
