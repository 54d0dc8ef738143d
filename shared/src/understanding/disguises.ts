/**
 * Spellings by which words that platforms watch for are hidden, and the plain word: of normal width, simplified, lower case.
 * What an innocent “wx” or “gun” means, the words around it decide as they do for the plain word.
 */
const DISGUISES: readonly (readonly [pattern: string, plain: string])[] = [
  // The marks between the parts are hearts, blanks, dots and stars.
  ['(?:[薇威维徽]|wei|we|v|w)[ .*·❤♥💗💕💚-]*(?:信|xin|芯)', '微信'],
  ['微[ .*·❤♥💗💕💚-]+(?:信|xin|芯|号)', '微信'],
  ['(?<![a-z])(?:vx|wx|wechat|weixin|v❤️?)(?![a-z0-9-])', '微信'],
  ['绿(?:泡泡|色软件|软件|色聊天)', '微信'],
  ['[加+➕](?:[我下个]{0,2})[ ]?(?:v|w|薇|威|✌️?)(?:[ .*·❤♥-]*(?:[信芯]|xin))?(?![a-z号领])', '加微信'],
  ['[+➕](?:[我下个]{0,2})[ ]?微信?', '加微信'],
  ['[扣叩]{2}[裙群]?|球球号?|(?<![a-z])q{1,2}[裙群号]|扣[裙群]', 'qq'],
  ['[返反fF][ .*·-]?(?:xian|现(?![在有货场实金象状]))|fan[ ]?(?:xian|现)', '返现'],
  ['hao[ ]?(?:评|ping)|好[平坪苹](?!台|价|时|衡|常|均|果)', '好评'],
  ['五[ ]?(?:★|⭐️?|🌟)', '五星'],
  ['支[ ]?f(?:u|付)?[ ]?(?:宝|bao)|(?<![a-z])(?:zfb|zhifubao)(?![a-z])', '支付宝'],
  ['转[ ]?zhang|zhuan[ ]?账', '转账'],
  ['收[ ]?kuan[ ]?码', '收款码'],
  ['(?:[煞沙啥傻]|(?<![a-z])s)[ ]?(?:[笔比逼屄]|b(?![a-z]))(?![试记例较赛分亚基筒直])', '傻逼'],
  ['脑[ ]?(?:c|can)(?![a-z])', '脑残'],
  ['有[ ]?bing(?![a-z])', '有病'],
  ['la[ ]?ji(?![a-z])', '垃圾'],
  ['(?<![a-z])gun(?=[蛋犊开远吧出,.! ]|$)', '滚'],
  ['qiong[ ]?鬼', '穷鬼'],
  ['(?<![a-z])(?:tmd|nmd|tm的)(?![a-z])', '他妈的'],
  ['(?<![a-z])(?:cnm|nm的|nmsl)(?![a-z])', '妈的'],
];

const PLAIN: readonly string[] = DISGUISES.map(([, plain]) => plain);
const ANY = new RegExp(DISGUISES.map(([pattern]) => `(${pattern})`).join('|'), 'gu');

/** Hidden words in text of normal width, in order, without overlap. */
export function findDisguises(text: string): { start: number; end: number; plain: string }[] {
  return Array.from(text.matchAll(ANY), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    plain: PLAIN[match.slice(1).findIndex((group) => group !== undefined)] ?? match[0],
  }));
}
