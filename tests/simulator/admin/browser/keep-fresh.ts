const milliseconds = 2000;

/** Shows what has changed on the server since, as long as somebody looks at the page. */
export function keepFresh(part: HTMLElement): void {
  let shown: string | null = null;
  const look = async (): Promise<void> => {
    if (document.hidden) return;
    const response = await fetch(location.href);
    if (!response.ok) return;
    const there = new DOMParser().parseFromString(await response.text(), 'text/html');
    const markup = there.querySelector('[data-fresh]')?.innerHTML;
    if (markup === undefined) return;
    // Compared with the server's own words: the browser may write the same tree otherwise.
    if (shown !== null && markup !== shown) part.innerHTML = markup;
    shown = markup;
  };
  const again = (): void => {
    look()
      .catch((error: unknown) => console.warn('The page was not brought up to date:', error))
      .finally(() => setTimeout(again, milliseconds));
  };
  again();
}
