/**
 * Learns to read from training/ and writes app/domain/text/model/weights.json; with --check it only says whether that file
 * is what would be written.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { train } from './messages/train.ts';

const file = 'app/domain/text/model/weights.json';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const written = train();
if (values.check) {
  const same = readFileSync(file, 'utf8') === written;
  console.log(
    same ? `${file} is what the examples teach` : `${file} differs from what the examples teach`,
  );
  process.exitCode = same ? 0 : 1;
} else {
  writeFileSync(file, written);
  console.log(`${file}: ${(written.length / 1e6).toFixed(2)} MB`);
}
