let region: HTMLElement | null = null;

/** Says one sentence to assistive technology, politely. */
export function announce(sentence: string): void {
  if (!region) {
    region = document.createElement('div');
    region.className = 'sr';
    region.setAttribute('role', 'status');
    region.setAttribute('aria-live', 'polite');
    document.body.append(region);
  }
  region.textContent = '';
  const target = region;
  requestAnimationFrame(() => { target.textContent = sentence; });
}
