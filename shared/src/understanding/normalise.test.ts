import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfWidth, normalise } from './normalise';
import { segment } from './segments';
import { TOKEN } from './tokens';
import { SIMPLIFIED } from './traditional';

const text = (source: string): string => normalise(source).text;

describe('normalise', () => {
  it.each([
    ['您好，請問需要什麼幫助？', '您好,请问需要什么帮助?'],
    ['ＡＢＣ１２', `abc${TOKEN.number}`],
    ['补您１０元', `补您${TOKEN.number}元`],
    ['以经发货了，请您在等等', '已经发货了,请您再等等'],
    ['啊啊啊啊啊', '啊啊'],
    ['~~~~~~', '~~'],
    ['哈哈哈哈哈', TOKEN.laugh],
    ['哈哈', '哈哈'],
    ['[数字x]个工作日', `${TOKEN.number}个工作日`],
    ['可用余额[金额x]', `可用余额${TOKEN.number}元`],
    ['[ORDERID_10003425]', TOKEN.order],
    ['[姓名x]您好', `${TOKEN.name}您好`],
    ['电话138xxxx2203', `电话${TOKEN.phone}`],
    ['13812345678', TOKEN.phone],
    ['单号123456789012', `单号${TOKEN.id}`],
    ['加v:guo88xx', `加微信:${TOKEN.id}`],
    ['见http://a.cn/b?c=1 哦', `见${TOKEN.link} 哦`],
    ['好的😊', `好的${TOKEN.happy}`],
    ['👍🏻', `${TOKEN.hands}${TOKEN.emoji}`],
    ['❤️', TOKEN.heart],
    ['886啦', '886啦'],
    ['886元', `${TOKEN.number}元`],
    ['[不知道什么]', '[不知道什么]'],
  ])('reads %s as %s', (source, normal) => {
    expect(text(source)).toBe(normal);
  });

  it('maps every character back to where it came from', () => {
    const source = '补您１０元😊哈哈哈哈好';
    const { text: normal, starts, ends } = normalise(source);
    const origin = (char: string): string => {
      const at = normal.indexOf(char);
      return source.slice(starts[at], ends[at]);
    };
    expect(origin(TOKEN.number)).toBe('１０');
    expect(origin(TOKEN.happy)).toBe('😊');
    expect(origin(TOKEN.laugh)).toBe('哈哈哈哈');
    expect(origin('好')).toBe('好');
  });

  it('keeps offsets in order and inside any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: chineseUnit })), (source) => {
        const { text: normal, starts, ends } = normalise(source);
        expect(starts).toHaveLength(normal.length);
        expect(ends).toHaveLength(normal.length);
        for (let i = 0; i < normal.length; i++) {
          expect(starts[i]).toBeGreaterThanOrEqual(i === 0 ? 0 : (starts[i - 1] ?? 0));
          expect(ends[i]).toBeGreaterThanOrEqual(starts[i] ?? 0);
          expect(ends[i]).toBeLessThanOrEqual(source.length);
        }
      }),
      { seed: 20260513, numRuns: 500 },
    );
  });

  it('reads no more of an endless text than fits in a chat', () => {
    expect(normalise('您好'.repeat(50_000)).text.length).toBeLessThanOrEqual(4000);
  });
});

describe('halfWidth', () => {
  it('keeps the length of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (source) => {
        expect(halfWidth(source)).toHaveLength(source.length);
      }),
      { seed: 20260513 },
    );
  });
});

describe('hidden words', () => {
  it('are read as what they hide, with the span of the whole hiding', () => {
    for (const [hidden, plain] of [
      ['加V 聊', '加微信 聊'],
      ['加薇信聊', '加微信聊'],

      ['微❤信给你', '微信给你'],
      ['Wechat上谈', '微信上谈'],
      ['ＶＸ联系', '微信联系'],
      ['扣裙里有', 'qq里有'],
      ['晒图返xian', '晒图返现'],
      ['五★截图', '五星截图'],
      ['支fu宝转', '支付宝转'],
      ['有bing吧', '有病吧'],
      ['c本价和利run', '成本价和利润'],
      ['hao ping那种', '好评那种'],
      ['五xing截图', '五星截图'],
      ['gen治的', '根治的'],
      ['神 经 病啊', '神经病啊'],
      ['看图领🧧', '看图领红包'],
      ['全网第①', '全网第1'],
      ['㊀辈子', '一辈子'],
      ['卖6️⃣7️⃣块', '卖67块'],
    ] as const) {
      expect(text(hidden)).toBe(text(plain));
    }
    const { starts, ends } = normalise('您加薇 信吧');
    expect([starts[1], ends[3]]).toEqual([1, 5]);
  });

  it('are not seen where the same letters mean something else', () => {
    for (const innocent of [
      'V领毛衣',
      '加V号认证',
      '型号VX-A',
      'usb接口',
      '傻比例',
      '好平价',
      '返现场',
      'hb铅笔',
      'usb转di接口',
      '写完.成.本店',
      '价格低.能包邮',
      '海淘gunmetal色',
    ]) {
      expect(text(innocent)).toBe(halfWidth(innocent));
    }
  });
});

describe('the table of traditional characters', () => {
  it('pairs one character with one other, and never leads to a traditional one again', () => {
    for (const [from, to] of SIMPLIFIED) {
      expect([...from]).toHaveLength(1);
      expect([...to]).toHaveLength(1);
      expect(SIMPLIFIED.get(to) ?? to).toBe(to);
    }
  });

  it('knows the characters of everyday service talk', () => {
    const traditional = '請問您訂單號碼發給我幫您查詢處理退換貨運費險補償優惠謝謝諒解實際顯示聯繫';
    expect(halfWidth(traditional)).toBe(
      '请问您订单号码发给我帮您查询处理退换货运费险补偿优惠谢谢谅解实际显示联系',
    );
  });
});

describe('segment', () => {
  it('cuts at punctuation and keeps question marks with their clause', () => {
    const source = text('您好,请问尺码多大?我看看~好的');
    expect(segment(source).map(({ start, end }) => source.slice(start, end))).toEqual([
      '您好',
      '请问尺码多大?',
      '我看看~',
      '好的',
    ]);
  });

  it('makes no clause of mere punctuation', () => {
    expect(segment('...??!!')).toEqual([]);
  });
});

const chineseUnit = fc.constantFrom(...'您好亲补10元.,。!?😊\ud83d哈[数字x]http://a 以经啊１Ａ請');
