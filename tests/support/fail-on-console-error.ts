import { format } from 'node:util';
import { afterAll, afterEach } from 'vitest';

/** Loaded before every test file: a test in whose course something complains on the console has failed. */
const complaints: string[] = [];

for (const level of ['error', 'warn'] as const) {
  const print = console[level].bind(console);
  console[level] = (...words: unknown[]) => {
    complaints.push(`console.${level}: ${format(...words)}`);
    print(...words);
  };
}

function failOnComplaints(): void {
  const heard = complaints.splice(0);
  if (heard.length > 0) throw new Error(heard.join('\n'));
}

afterEach(failOnComplaints);
// What is said outside of the tests, while files are loaded or put away, counts too.
afterAll(failOnComplaints);
