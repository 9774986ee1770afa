const lineFeed = 10;

/**
 * Reads a CSV file to its end, saying how many rows have come; null when it did not come whole. No cell of
 * ours has a line of its own, so that rows are lines but the first.
 */
export async function fetchCsv(
  url: string,
  {
    signal,
    onRows,
  }: { readonly signal?: AbortSignal; readonly onRows?: (rows: number) => void } = {},
): Promise<Blob | null> {
  try {
    const response = await fetch(url, { ...(signal ? { signal } : {}) });
    const isCsv = response.headers.get('Content-Type')?.startsWith('text/csv') ?? false;
    if (!response.ok || !isCsv || !response.body) return null;
    const reader = response.body.getReader();
    const parts: BlobPart[] = [];
    let lines = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return new Blob(parts, { type: 'text/csv' });
      parts.push(value);
      for (const byte of value) if (byte === lineFeed) lines += 1;
      onRows?.(Math.max(0, lines - 1));
    }
  } catch {
    // No network, a file cut off, or nobody wants it any more: the caller says so to the merchant.
    return null;
  }
}

/** Hands a file to the browser's downloads. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Browsers read the file after the click.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
