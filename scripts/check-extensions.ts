/** Builds every extension and prints its size, with all that Shopify would refuse and its own build does not look at. */
import { checkExtension } from './extensions/check-extension.ts';
import { readExtensions } from './extensions/read-extensions.ts';

const extensions = readExtensions();
if (extensions.length === 0) throw new Error('there are no extensions');
for (const extension of extensions) {
  const { problems, sizes } = await checkExtension(extension);
  console.log(`${extension.folder}${sizes.map((size) => ` ${size} bytes compressed`).join(',')}`);
  for (const problem of problems) console.log(`    ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
}
