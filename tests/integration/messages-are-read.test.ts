import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';

function run(script: string, parameters: readonly string[], input = '') {
  return spawnSync(process.execPath, [script, ...parameters], { input, encoding: 'utf8' });
}

describe('npm run read-messages', () => {
  const lines = [
    { id: 'a', text: 'The vase arrived smashed to pieces' },
    { id: 2, text: 'Die Ware ist nie angekommen' },
    { id: 'c', text: 'τίποτα από όσα παρήγγειλα δεν ήρθε ποτέ' },
  ];

  test('answers every line in order', () => {
    const { stdout, status } = run(
      'scripts/read-messages.ts',
      [],
      lines.map((line) => JSON.stringify(line)).join('\n'),
    );
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(status).toBe(0);
    expect(answers).toEqual([
      expect.objectContaining({ id: 'a', language: 'en', intent: 'damaged' }),
      expect.objectContaining({ id: 2, language: 'de', intent: 'not-received' }),
      {
        id: 'c',
        language: 'el',
        intent: 'unknown',
        confidence: 0,
        runnerUp: null,
        words: [],
        unread: 'language-not-read',
      },
    ]);
  });

  test('names the line that is none, and goes on', () => {
    const input = `{"id":1\n\n{"id":2}\n${JSON.stringify(lines[0])}`;
    const { stdout, status } = run('scripts/read-messages.ts', [], input);
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(status).toBe(1);
    expect(answers).toEqual([
      { line: 1, error: 'this is not JSON' },
      { line: 3, error: 'this is not {"id", "text"}' },
      expect.objectContaining({ id: 'a', intent: 'damaged' }),
    ]);
  });

  test('answers before the last line is written', async () => {
    const child = spawn(process.execPath, ['scripts/read-messages.ts'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const answers = createInterface({ input: child.stdout });
    child.stdin.write(`${JSON.stringify(lines[0])}\n`);
    const [first] = (await once(answers, 'line')) as [string];
    expect(JSON.parse(first)).toMatchObject({ id: 'a' });
    child.stdin.end();
    await once(child, 'exit');
  });

  test('says which file it cannot read', () => {
    const { stderr, status } = run('scripts/read-messages.ts', ['no-such-file.jsonl']);
    expect([status, stderr]).toEqual([1, expect.stringContaining('no-such-file.jsonl')]);
  });
});

describe('npm run bench:messages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'messages-'));
  const file = join(folder, 'labelled.jsonl');
  const labelled = [
    { id: '1', lang: 'en', text: 'The vase arrived smashed to pieces', intent: 'damaged' },
    { id: '2', lang: 'de', text: 'Die Ware ist nie angekommen', intent: 'not-received' },
    { id: '3', lang: 'en', text: 'Love it, thank you!', intent: 'none' },
    { id: '4', lang: 'en', text: 'Love it, thank you!', intent: 'damaged' },
  ];
  writeFileSync(file, labelled.map((line) => JSON.stringify(line)).join('\n'));

  test('measures', () => {
    const { stdout, status } = run('scripts/bench-messages.ts', [file, '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      texts: 4,
      accuracy: 0.75,
      unknown: 0,
      confusion: { damaged: { damaged: 1, none: 1 }, none: { none: 1 } },
      byMeaning: { damaged: { texts: 2, precision: 1, recall: 0.5 } },
    });
    expect(run('scripts/bench-messages.ts', [file]).stdout).toContain('macro-F1');
  });

  test('says how it is called', () => {
    expect(run('scripts/bench-messages.ts', []).status).toBe(2);
    expect(run('scripts/bench-messages.ts', [file, '--fold', 'third']).status).toBe(2);
  });
});

// Learning takes half a minute of a core that is not shared.
test('the shipped model is what the examples teach, byte for byte', { timeout: 900_000 }, () => {
  const { stdout, status } = run('scripts/train-messages.ts', ['--check']);
  expect([status, stdout]).toEqual([0, expect.stringContaining('is what the examples teach')]);
  expect(readFileSync('app/domain/text/model/weights.json').length).toBeLessThan(3_000_000);
});
