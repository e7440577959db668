import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** What axe has against the window as it stands, once nothing in it moves any more. */
export async function axeFaults(window: Page): Promise<string[]> {
  await window.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))),
  );
  const { violations, passes } = await new AxeBuilder({ page: window })
    // Without it axe opens a page of its own, which the desktop window does not have.
    .setLegacyMode()
    .analyze();
  expect(passes.map(({ id }) => id)).toContain('color-contrast');
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`),
  );
}
