import axe from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** What the source of axe leaves in the page. */
    axe: typeof axe;
  }
}

/** WCAG 2.2 AA with everything that it builds on. */
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds wrong on a page as it stands: the rule, and where.
 * @param more other rules of axe by their tag, such as `best-practice`
 */
export async function barriersOn(page: Page, ...more: string[]): Promise<string[]> {
  // As an expression of the debugger: the page's content policy forbids scripts that it does not serve.
  await page.evaluate(axe.source);
  return page.evaluate(
    async (values) => {
      const { violations } = await window.axe.run(document, { runOnly: { type: 'tag', values } });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
    },
    [...STANDARDS, ...more],
  );
}
