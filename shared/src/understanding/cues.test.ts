import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findCues, prepareCues } from './cues';
import { CueSchema } from './teaching';

/** Without a trained model every n-gram is equally telling, longer ones a little more. */
const weightOf = (gram: string): number => 4 + gram.length;

const teach = (id: string, cue: unknown) => prepareCues({ [id]: CueSchema.parse(cue) }, weightOf);

const CUES = prepareCues(
  z.record(z.string(), CueSchema).parse({
    'freight-on-us': {
      title: '运费由店铺承担',
      examples: ['来回运费我们承担', '邮费我们出', '退货运费由我们负责', '运费不用您出', '快递费算我们的'],
      not: ['运费需要您自己承担', '邮费您先垫付'],
    },
    'video-check': {
      title: '请客户拍照取证',
      examples: ['麻烦您拍张照片发我看看', '方便拍个视频吗', '请把破损的地方拍照发过来'],
    },
    'exchange-colour': {
      title: '提出换其他颜色',
      examples: ['可以给您换其他颜色', '您想换哪个颜色', '帮您换成别的颜色'],
    },
    'no-iron': {
      title: '免烫',
      examples: ['这款是免烫面料', '洗完不用熨', '不用熨烫'],
      words: ['免烫', '不用烫'],
    },
    'call-back': {
      title: '承诺回电',
      examples: ['我会给您回电话', '稍后给您打电话', '主管会电话联系您'],
      not: ['您可以打客服电话', '请您拨打热线'],
    },
  }),
  weightOf,
);

const cuesOf = (text: string): string[] => findCues(text, CUES).map(({ cue }) => cue);

describe('findCues', () => {
  it.each([
    ['来回邮费我们来出', 'freight-on-us'],
    ['退回来的运费我们承担哦亲', 'freight-on-us'],
    ['您放心,快递费我们负责', 'freight-on-us'],
    ['辛苦您拍几张照片给我看下', 'video-check'],
    ['破损的地方能拍个照发我吗', 'video-check'],
    ['要不给您换个别的颜色', 'exchange-colour'],
    ['洗好了直接穿,不用熨的', 'no-iron'],
    ['稍后主管给您回个电话', 'call-back'],
  ])('hears in “%s” %s', (text, cue) => {
    expect(cuesOf(text)).toContain(cue);
  });

  it.each([
    ['运费需要您自己承担哦', 'freight-on-us'],
    ['您可以打客服电话问问', 'call-back'],
    ['这个颜色很好看', 'exchange-colour'],
    ['照片上看着还行', 'video-check'],
    ['谢谢您的支持', 'freight-on-us'],
    ['', 'no-iron'],
  ])('does not hear in “%s” %s', (text, cue) => {
    expect(cuesOf(text)).not.toContain(cue);
  });

  it('points to the words that carry the cue, in a longer message too', () => {
    const text = '实在抱歉,来回运费我们承担,您直接申请退货就行';
    const [hit] = findCues(text, CUES);
    expect(text.slice(hit?.start, hit?.end)).toBe('来回运费我们承担');
  });

  it('takes a taught word as enough', () => {
    const text = '亲这款免烫的';
    const [hit] = findCues(text, CUES);
    expect(hit).toMatchObject({ cue: 'no-iron', start: 3, end: 5 });
    expect(hit?.confidence).toBeGreaterThan(0.9);
  });

  it('does not take a taught word in a clause that says the opposite', () => {
    const cue = teach('no-return', {
      title: '拒绝退货',
      examples: ['这种情况不能退货的', '您这个退不了', '这边不予退货'],
      words: ['不能退', '质量问题'],
      not: ['裙子本身没有质量问题', '没有不能退的规定'],
    });
    const find = (text: string) => findCues(text, cue).length;
    expect(find('这个不能退哦')).toBe(1);
    expect(find('我们没有不能退的规定')).toBe(0);
    expect(find('裙子本身没有质量问题')).toBe(0);
  });

  it('hears every one of its own examples', () => {
    for (const example of ['来回运费我们承担', '方便拍个视频吗', '您想换哪个颜色', '我会给您回电话']) {
      expect(cuesOf(example)).not.toEqual([]);
    }
  });

  // Numbers are all alike in normal form, so that a word like 328 was once found in every reply with a number.
  it.each([
    ['两件一共328元', true],
    ['两件一共３２８元', true],
    ['两件一共368元', false],
    ['订单号13289', false],
  ])('finds a word with digits in “%s” only as the number that it is', (text, found) => {
    const total = teach('total', {
      title: '说出合计',
      examples: ['合计这么多钱', '总共要付的钱', '应付金额'],
      words: ['328'],
    });
    expect(findCues(text, total).length > 0).toBe(found);
  });
});

describe('a cue of words alone', () => {
  const exact = teach('shortfall', {
    title: '差额',
    exact: true,
    words: ['20.3', '还差'],
    not: ['还差一步'],
  });
  const found = (text: string) => findCues(text, exact).map(({ cue }) => cue);

  it('is there where a word stands, and nowhere else', () => {
    expect(found('您还差20.3元就够了')).toEqual(['shortfall']);
    expect(found('合计20.3元')).toEqual(['shortfall']);
    expect(found('再加一点金额就到门槛')).toEqual([]);
  });

  it('is not meant by a word inside a phrase that it is told apart from', () => {
    expect(found('还差一步就下单成功')).toEqual([]);
    expect(found('还差一步，另外金额还差一点')).toEqual(['shortfall']);
  });

  it('needs words and wants no examples', () => {
    expect(CueSchema.safeParse({ title: '差额', exact: true }).success).toBe(false);
    expect(
      CueSchema.safeParse({ title: '差额', exact: true, words: ['还差'], examples: ['还差一点'] }).success,
    ).toBe(false);
    expect(CueSchema.safeParse({ title: '差额', words: ['还差'], examples: ['还差一点'] }).success).toBe(
      false,
    );
  });
});

// Root cause: a counter-example that was alike in all but the word itself silenced a true word.
it('doubts a taught word only by phrases in which it stands', () => {
  const taught = (not: string[]) =>
    teach('stacks', {
      title: '可以叠加',
      examples: ['两个优惠能同时使用', '红包和满减都能享受', '可以一块儿用上'],
      words: ['可以叠加'],
      not,
    });
  const said = '会员和红包可以叠加';
  const found = (not: string[]) => findCues(said, taught(not)).map(({ cue }) => cue);
  expect(found(['会员和红包可以一起'])).toEqual(['stacks']);
  expect(found(['会员和红包可以叠加'])).toEqual([]);
});
