/** A part of the page that its markup always has. */
export function findPart(id: string): HTMLElement {
  const part = document.getElementById(id);
  if (!part) throw new Error(`the page has no #${id}`);
  return part;
}
