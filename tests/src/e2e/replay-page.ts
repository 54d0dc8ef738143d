import type { Locator, Page } from 'playwright-core';

/** The replay as a person uses it. */
export class ReplayPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get slider(): Locator {
    return this.page.getByRole('slider', { name: '播放位置' });
  }

  /** The pane about this moment. */
  get side(): Locator {
    return this.page.getByRole('complementary', { name: '此刻的分析' });
  }

  /** The lines of the chat at this moment, without the sign that the customer is typing. */
  async transcript(): Promise<string[]> {
    const lines = await this.page
      .getByRole('list', { name: '聊天记录' })
      .getByRole('listitem')
      .allInnerTexts();
    return lines.filter((line) => !line.includes('对方正在输入')).map((line) => line.replace(/\s+/g, ' '));
  }

  /** ms since the start. */
  async position(): Promise<number> {
    return Number(await this.slider.inputValue());
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }
}
