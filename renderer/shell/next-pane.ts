/**
 * Moves the focus to the next pane that is shown: library, page, inspector, library again. From outside of them it goes
 * to the page. `focusPage`: puts the caret back where it was on the page; undefined while none is open.
 */
export function focusNextPane(focusPage: (() => void) | undefined): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')];
  const present = panes.findIndex((pane) => pane.contains(document.activeElement));
  const page = panes.findIndex(({ dataset }) => dataset['pane'] === 'page');
  const order = panes.map((_, step) => panes[(present + 1 + step) % panes.length]);
  const wanted = present < 0 ? [panes[page], ...order] : order;
  for (const pane of wanted) {
    if (pane === undefined || pane.contains(document.activeElement)) continue;
    if (pane.dataset['pane'] === 'page' && focusPage !== undefined) {
      focusPage();
      return;
    }
    const first = pane.querySelector<HTMLElement>(firstStops);
    first?.focus();
    if (first !== null && document.activeElement === first) return;
  }
}

/** The one thing of a pane that a person goes to: its list, the panel that is shown, else its first button. */
const firstStops =
  '[role="listbox"], [role="tab"][aria-selected="true"], [data-pane="page"] button, [data-pane="library"] section[tabindex]';
