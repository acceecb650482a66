/** F6 walks the panes in reading order and comes back to the element that was left. */
const left = new WeakMap<Element, HTMLElement>();

function panes(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.offsetParent !== null || pane.getClientRects().length > 0);
}

export function movePane(step: 1 | -1): void {
  const all = panes();
  if (all.length === 0) return;
  const active = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const at = all.findIndex((pane) => pane.contains(active));
  const from = all[at];
  if (from && active) left.set(from, active);
  const next = all[(at + step + all.length) % all.length];
  if (next) focusPane(next);
}

export function focusPane(pane: HTMLElement): void {
  const remembered = left.get(pane);
  const target = remembered && pane.contains(remembered) ? remembered : (pane.querySelector<HTMLElement>('[data-pane-first]') ?? pane);
  if (target === pane && !pane.hasAttribute('tabindex')) pane.tabIndex = -1;
  target.focus();
}

export function focusPaneNamed(name: string): void {
  const pane = document.querySelector<HTMLElement>(`[data-pane="${name}"]`);
  if (pane) focusPane(pane);
}
