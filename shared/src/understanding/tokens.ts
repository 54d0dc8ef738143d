/**
 * Class tokens: one character of the private use area stands for a whole class of strings, so that n-grams see
 * “[数字x]个工作日” and “3个工作日” as the same thing.
 */
export const TOKEN = {
  number: '\ue000',
  phone: '\ue001',
  link: '\ue002',
  name: '\ue003',
  place: '\ue004',
  order: '\ue005',
  picture: '\ue006',
  happy: '\ue007',
  sad: '\ue008',
  angry: '\ue009',
  heart: '\ue00a',
  hands: '\ue00b',
  emoji: '\ue00c',
  laugh: '\ue00d',
  id: '\ue00e',
} as const;

export type Token = keyof typeof TOKEN;

/** Placeholders with which masked logs replace data, by their first characters. */
export const PLACEHOLDERS: readonly (readonly [string, string])[] = [
  ['数字', TOKEN.number],
  ['电话', TOKEN.phone],
  ['手机', TOKEN.phone],
  ['链接', TOKEN.link],
  ['站点', TOKEN.link],
  ['姓名', TOKEN.name],
  ['地址', TOKEN.place],
  ['订单', TOKEN.order],
  ['ORDERID', TOKEN.order],
  ['金额', `${TOKEN.number}元`],
  ['时间', `${TOKEN.number}点`],
  ['日期', `${TOKEN.number}号`],
  ['图片', TOKEN.picture],
  ['视频', TOKEN.picture],
  ['截图', TOKEN.picture],
  ['微笑', TOKEN.happy],
  ['呲牙', TOKEN.happy],
  ['愉快', TOKEN.happy],
  ['偷笑', TOKEN.happy],
  ['可爱', TOKEN.happy],
  ['流泪', TOKEN.sad],
  ['大哭', TOKEN.sad],
  ['委屈', TOKEN.sad],
  ['难过', TOKEN.sad],
  ['发怒', TOKEN.angry],
  ['白眼', TOKEN.angry],
  ['抓狂', TOKEN.angry],
  ['玫瑰', TOKEN.heart],
  ['爱心', TOKEN.heart],
  ['鲜花', TOKEN.heart],
  ['抱拳', TOKEN.hands],
  ['握手', TOKEN.hands],
];

const EMOJI_CLASSES: readonly (readonly [Token, string])[] = [
  ['happy', '😀😁😂🤣😃😄😅😆😉😊😋😎☺🙂🤗😇😜😝😛🥳😺😸🥰😍😘😙😚🤩'],
  ['sad', '😢😭😞😟😔😕🙁☹😣😖😫😩🥺😥😰😨😱😓'],
  ['angry', '😠😡🤬😤🙄😒😑😐🤮🖕💢👎'],
  ['heart', '❤🧡💛💚💙💜🤎🖤💕💖💗💓💞💘💝💐🌹🌸🌺🌷🌼🌻🎁🎉🎊✨⭐🌟'],
  ['hands', '🙏🤝👌👍👏🙌💪✌🫶🙇'],
];

/** Signs that are written in place of words. */
const EMOJI_WORDS: readonly (readonly [string, string])[] = [
  ['🧧', '红包'],
  ['💰', '钱'],
  ['💵', '钱'],
  ['🐧', 'qq'],
  ['🏭', '厂'],
  ['🐴', '码'],
  ['🐎', '码'],
  ['📱', '电话'],
  ['📞', '电话'],
  ['☎', '电话'],
  ['🐷', '猪'],
  ['🐶', '狗'],
  ['💊', '药'],
  ['🥇', '第一'],
  ['💯', '百分百'],
];

export const EMOJI: ReadonlyMap<string, string> = new Map([
  ...EMOJI_CLASSES.flatMap(([token, chars]) =>
    [...chars].map((char): [string, string] => [char, TOKEN[token]]),
  ),
  ...EMOJI_WORDS,
]);
