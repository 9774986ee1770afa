/** One spelling of a tracking number, however it is typed; null where there is none in it. */
export function numberKey(number: string): string | null {
  const key = number.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
  return key === '' ? null : key;
}
