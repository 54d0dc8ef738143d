import type { Translate } from '../i18n';

const PLATFORMS = ['taobao', 'tmall', 'jd', 'pdd', 'douyin', 'weibo', 'phone'] as const;

/** A platform's name; one that this page does not know is shown by its id. */
export function platformName(t: Translate, id: string): string {
  const known = PLATFORMS.find((platform) => platform === id);
  return known ? t(`platform.${known}`) : id;
}
