import { matchesOf, sought } from './sought';

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
  ['hao[ ]?(?:评|ping)|好[平坪苹萍](?!台|价|时|衡|常|均|果)', '好评'],
  ['(?<=[五5全满颗个打点])[ ]?(?:(?:★|⭐️?|🌟)+|xing(?![a-z]))', '星'],
  ['(?:(?:★|⭐️?|🌟)[ ]?){4,}', '五星'],
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
  ['咸鱼|黄鱼平台', '闲鱼'],
  ['[蕞醉](?=[高强好低佳新])', '最'],
  ['[嘀帝]一', '第一'],
  ['100(?:[❌x*]|bai)100', '百分百'],
  ['神[ .*·]+经[ .*·]+病', '神经病'],
  ['低[ .*·]+能[ .*·]+儿', '低能儿'],
];

/**
 * Words of which some or all characters are written as they sound (“成ben”, “hao评”), with these sounds. A sound is cut
 * short where nothing innocent is written so.
 */
const SOUNDS = `
好评 hao ping?; 差评 c(?:ha)? ping?; 红包 h(?:ong)? bao; 返利 fan li; 刷单 shua dan; 补单 bu dan; 空包 kong bao; 佣金 yong jin;
私聊 si liao; 电话 d(?:ian)? hua; 手机 shou ji; 号码 hao ma; 闲鱼 xian yu; 现金 xian jin; 付款 fu kuan; 收款 shou kuan;
成本 c(?:heng)? ben; 利润 li? run; 内部 n(?:ei)? bu; 进价 jin jia; 底价 di jia; 员工 yuan gong; 提成 ti cheng; 工资 gong zi;
密码 mi ma; 出厂 chu chang; 地址 di zhi; 投诉 t(?:ou)? su; 治好 zhi hao; 治愈 zhi yu; 根治 gen zhi; 断根 duan gen;
第一 di yi; 绝对 jue dui; 百分百 bai fen bai; 永久 yong jiu; 永不 yong bu; 唯一 wei yi; 最好 zui hao; 最低 zui di;
全网 quan wang; 减肥 jian fei; 反弹 fan tan; 反黑 fan hei; 神经 shen jing; 傻子 sha zi?; 白痴 bai chi; 废物 fei wu;
弱智 ruo zhi; 低能 di neng; 智障 zhi zhang; 畜生 chu sheng; 闭嘴 bi zui; 骗子 pian zi; 要饭 yao fan; 滚蛋 gun dan`;

const SPELT = SOUNDS.split(';').map((line): readonly [pattern: string, plain: string] => {
  const [word = '', ...sounds] = line.trim().split(' ');
  const characters = sounds.map((sound, i) => `(?:${word[i]}|${sound}[ ]?)`).join('');
  return [`(?!${word})${characters}`, word];
});
/** With what such a word can begin: one look at a character spares trying all words there. */
const SPELT_BEGINNINGS = SOUNDS.split(';').map((line) => /^(.)\S+ (.)/.exec(line.trim())?.slice(1).join(''));

const PLAIN: readonly string[] = [...DISGUISES, ...SPELT].map(([, plain]) => plain);
const anyOf = (list: typeof DISGUISES): string => list.map(([pattern]) => `(${pattern})`).join('|');
const SIGNS = anyOf(DISGUISES);
const LETTERS = `(?<![a-z])(?=[${SPELT_BEGINNINGS.join('')}])(?:${anyOf(SPELT)})(?![a-z])`;
/** Every disguise holds one of these, and most replies do not: looking for them first spares most of the time. */
const HINT =
  /[a-z薇威维徽绿扣叩球煞沙啥傻咸蕞醉嘀帝★⭐➕+❤♥✌❌*·\ud800-\udbff]|[微返神低][ .-]|黄鱼|反现|好[平坪苹萍]/;
const IN_SIGNS = sought(HINT, SIGNS, 'gu');
const LETTER = /[a-z]/;
const IN_LETTERS = sought(HINT, `${SIGNS}|${LETTERS}`, 'gu');

/** Hidden words in text of normal width, in order, without overlap. */
export function findDisguises(text: string): { start: number; end: number; plain: string }[] {
  return matchesOf(LETTER.test(text) ? IN_LETTERS : IN_SIGNS, text).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    plain: PLAIN[match.slice(1).findIndex((group) => group !== undefined)] ?? match[0],
  }));
}
