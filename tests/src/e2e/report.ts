import type { Locator, Page } from 'playwright-core';

/** The report as a person reads it. */
export class Report {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async total(): Promise<number> {
    const text = await this.page
      .getByRole('paragraph')
      .filter({ hasText: /^[\d.]+\s*\/ 100$/ })
      .innerText();
    return Number.parseFloat(text);
  }

  dimension(title: string): Locator {
    return this.page.getByRole('group').filter({ hasText: title }).first();
  }

  /** Follows the first piece of evidence that quotes the agent, and returns the words quoted. */
  async followEvidence(): Promise<string> {
    const evidence = this.page.getByTitle('在对话中查看').filter({ has: this.page.locator('q') });
    const words = await evidence.first().locator('q').innerText();
    await evidence.first().click();
    return words;
  }

  /** The words that are marked in the transcript. */
  async marked(): Promise<string> {
    return this.page.getByRole('region', { name: '对话记录' }).locator('mark').innerText();
  }

  /** Points at an act of the transcript: the words behind it, as marked and as listed. */
  async askWhy(act: string): Promise<{ marked: string[]; listed: string }> {
    const transcript = this.page.getByRole('region', { name: '对话记录' });
    await transcript.getByRole('button', { name: act }).first().hover();
    const listed = await transcript.getByRole('note').innerText();
    return { marked: await transcript.locator('mark').allInnerTexts(), listed };
  }

  /** From the words in the talk back to the evidence that led there. */
  async goBack(): Promise<void> {
    await this.page.getByRole('button', { name: '回到评分' }).click();
  }

  async download(name: '下载成绩凭证' | 'CSV' | 'Excel'): Promise<string> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('link', { name }).click(),
    ]);
    return download.path();
  }

  /** The report on paper: the sheets with their size in mm. */
  async print(): Promise<{ width: number; height: number }[]> {
    const pdf = (await this.page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const mm = (points: string | undefined) => Math.round((Number(points) / 72) * 25.4);
    return [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => ({
      width: mm(width),
      height: mm(height),
    }));
  }
}
