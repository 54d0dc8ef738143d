import type { Locator, Page } from 'playwright-core';
import { until } from './until';

/** What a line of the transcript says when it is not the customer's. */
const NOT_THEIRS = /会话开始|已发送|发送中|等待连接后发送|未发送|对方正在输入| · /;

/** Longer than the pause between two messages of a burst, ms. */
const SILENCE_MS = 900;

/** The agent's desk as a person uses it: by what is written on it. */
export class Desk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** From the brief to the customer's first words. */
  static async begin(page: Page): Promise<Desk> {
    await page.getByRole('button', { name: '开始接待' }).click();
    const desk = new Desk(page);
    await desk.customerSpoke(0);
    return desk;
  }

  get lines(): Locator {
    return this.page.getByRole('list', { name: '聊天记录' }).getByRole('listitem');
  }

  get input(): Locator {
    return this.page.getByRole('textbox', { name: '输入回复' });
  }

  get endCard(): Locator {
    return this.page.getByRole('heading', { name: '会话结束' });
  }

  /** The transcript, line by line, without the sign that the customer is typing. */
  async transcript(): Promise<string[]> {
    const lines = await this.lines.allInnerTexts();
    return lines.filter((line) => !line.includes('对方正在输入')).map((line) => line.replace(/\s+/g, ' '));
  }

  /** The customer's messages so far. */
  async heard(): Promise<string[]> {
    return (await this.transcript()).filter((line) => !NOT_THEIRS.test(line));
  }

  /** The seconds left for the reply; negative when it is late. */
  async secondsLeft(): Promise<number> {
    const text = await this.page.getByRole('timer').innerText();
    const [, late, seconds] = /(剩|超时) (\d+) 秒/.exec(text) ?? [];
    if (seconds === undefined) throw new Error(`the clock says ${text}`);
    return late === '超时' ? -Number(seconds) : Number(seconds);
  }

  /** Sends a reply, and waits until the server has it. */
  async reply(text: string): Promise<void> {
    await this.input.fill(text);
    await this.input.press('Enter');
    await this.lines.filter({ hasText: text }).filter({ hasText: '已发送' }).waitFor();
  }

  /** Sends a reply, and waits until the customer has answered. */
  async exchange(text: string): Promise<void> {
    const before = (await this.heard()).length;
    await this.reply(text);
    await this.customerSpoke(before);
  }

  /** Waits until the customer has written more than `before` messages and types no more, or the talk is over. */
  async customerSpoke(before: number): Promise<void> {
    let count = before;
    let since = Date.now();
    await until('the customer has said its say', async () => {
      if (await this.endCard.isVisible()) return true;
      const now = (await this.heard()).length;
      if (now !== count || (await this.page.getByText('对方正在输入…').isVisible())) since = Date.now();
      count = now;
      return count > before && Date.now() - since > SILENCE_MS;
    });
  }

  /** Looks up the order in the panel. */
  async lookUpOrder(): Promise<void> {
    await this.page.getByRole('tab', { name: '订单' }).click();
    await this.page.getByRole('button', { name: '查询订单' }).click();
    await this.page.getByText('收件人').waitFor();
  }

  /** Opens a card of the shop's knowledge in the panel. */
  async openCard(title: string): Promise<void> {
    await this.page.getByRole('tab', { name: '知识' }).click();
    const card = this.page.getByRole('button', { name: `打开 ${title}` });
    await card.click();
    await card.waitFor({ state: 'hidden' });
  }

  /** Ends the talk as an agent does who has nothing more to say, and waits for the customer's last words. */
  async close(): Promise<void> {
    const actions = this.page.getByRole('region', { name: '操作' });
    await actions.getByRole('button', { name: '结束会话' }).click();
    await actions.getByRole('button', { name: '结束会话' }).click();
    await this.endCard.waitFor();
  }

  /** From the end card to the report. */
  async openReport(): Promise<void> {
    await this.page.getByRole('link', { name: '查看评分报告' }).click();
    await this.page.getByRole('heading', { name: '各维度得分' }).waitFor();
  }
}
