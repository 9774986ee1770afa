/** Reads a PDF file; null when none came, or not whole. */
export async function fetchPdf(url: string): Promise<Blob | null> {
  try {
    const response = await fetch(url);
    const isPdf = response.headers.get('Content-Type')?.startsWith('application/pdf') ?? false;
    return response.ok && isPdf ? await response.blob() : null;
  } catch {
    // No network, or a file cut off: the caller says so to the merchant.
    return null;
  }
}
