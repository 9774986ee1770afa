/** Prints every import that breaks a rule of .dependency-cruiser.cjs, and the number of cycles. */
import { globSync } from 'node:fs';
import { cruiseLayers, rules } from './cruise-layers.ts';

const places = globSync(['app', 'scripts', 'tests', 'extensions', '*.ts']);
const { summary } = await cruiseLayers(process.cwd(), places);

for (const { rule, from, to, cycle } of summary.violations) {
  const path = cycle ? [from, ...cycle.map(({ name }) => name)].join(' → ') : `${from} → ${to}`;
  console.log(`${rule.name}: ${path}\n    ${rules.get(rule.name) ?? ''}`);
}
const cycles = summary.violations.filter(({ rule }) => rule.name === 'no-cycles').length;
const counts = [
  `${summary.totalCruised} files`,
  `${summary.totalDependenciesCruised ?? 0} imports`,
  `${cycles} cycles`,
  `${summary.violations.length - cycles} other violations`,
];
console.log(counts.join(', '));
process.exitCode = summary.violations.length === 0 ? 0 : 1;
