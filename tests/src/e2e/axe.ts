import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const FoundSchema = z.array(
  z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string(), failureSummary: z.string() })) }),
);

/** What axe finds wrong with the page as it stands, measured by WCAG 2.2 AA and by what axe calls good practice. */
export async function faultsOf(page: Page): Promise<string[]> {
  // As an expression of the debugger, which the content policy of the page does not bind.
  await page.evaluate(axe.source);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const found = await page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(tags)} }).then(({ violations }) => violations)`,
  );
  return FoundSchema.parse(found).flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}
