import { describe, expect, it } from 'vitest';
import { figureValue } from './claims';
import { findFigures } from './figures';

/** Wednesday afternoon. */
const NOW = '2026-05-13T15:00';

/** `kind value`, a sign for the bound (≤ ≥ ~), `!` for figures that nobody states, and the words it stands on. */
const read = (text: string): string =>
  findFigures(text, NOW)
    .map((figure) => {
      const bound = { exact: '', 'at-most': '≤', 'at-least': '≥', about: '~' }[figure.bound];
      const denied = figure.negated ? '!' : '';
      const full = figure.isThreshold ? '满' : '';
      return `${figure.kind} ${denied}${bound}${full}${figureValue(figure)} [${text.slice(figure.start, figure.end)}]`;
    })
    .join(' | ');

type Row = readonly [text: string, figures: string];

const table = (title: string, rows: readonly Row[]): void => {
  describe(title, () => {
    it.each(rows)('%s → %s', (text, figures) => {
      expect(read(text)).toBe(figures);
    });
  });
};

table('lengths', [
  ['外框宽186cm', 'length 186cm [186cm]'],
  ['外框是186厘米宽', 'length 186cm [186厘米]'],
  ['宽1.86米', 'length 186cm [1.86米]'],
  ['宽1.86m', 'length 186cm [1.86m]'],
  ['一米八六宽', 'length 186cm [一米八六]'],
  ['宽度1米86', 'length 186cm [1米86]'],
  ['要1米8的墙', 'length 180cm [1米8]'],
  ['墙有两米五', 'length 250cm [两米五]'],
  ['长两米一', 'length 210cm [两米一]'],
  ['孔距96mm', 'length 9.6cm [96mm]'],
  ['厚二十五毫米', 'length 2.5cm [二十五毫米]'],
  ['大概三十公分', 'length ~30cm [三十公分]'],
  ['26×18×12cm', 'length 26cm [26] | length 18cm [18] | length 12cm [12cm]'],
  ['34*75厘米', 'length 34cm [34] | length 75cm [75厘米]'],
  ['186cm乘210cm', 'length 186cm [186cm] | length 210cm [210cm]'],
  ['30到45cm之间', 'length 30cm-45cm [30到45cm]'],
  ['2.4米到2.6米', 'length 240cm-260cm [2.4米到2.6米]'],
  ['至少要2.4米', 'length ≥240cm [2.4米]'],
  ['不超过18cm', 'length ≤18cm [18cm]'],
  ['不是186cm', 'length !186cm [186cm]'],
  ['是186cm吗', 'length !186cm [186cm]'],
  ['外框能有一米九吗', 'length !190cm [一米九]'],
  // Names of goods, areas, other units and what only looks alike.
  ['1.8米的床还有14张', 'count 14 [14张]'],
  ['1.5米款两天内发', 'when ≤48h [两天]'],
  ['房间二十平米', ''],
  ['拿2m的', ''],
  ['1米床头高', 'length 100cm [1米]'],
  ['几米都行', ''],
  ['2米2个', 'length 200cm [2米] | count 2 [2个]'],
  ['小米粥一碗', ''],
]);

table('amounts', [
  ['补您十块', 'amount 10.00 [十块]'],
  ['给您补5元', 'amount 5.00 [5元]'],
  ['一共¥9.9', 'amount 9.90 [¥9.9]'],
  ['¥1,299.00就能拿下', 'amount 1299.00 [¥1,299.00]'],
  ['两块五的邮费', 'amount 2.50 [两块五]'],
  ['9块9包邮', 'amount 9.90 [9块9]'],
  ['十块零五毛', 'amount 10.50 [十块零五毛]'],
  ['差了五毛钱', 'amount 0.50 [五毛钱]'],
  ['退您三百五十块钱', 'amount 350.00 [三百五十块钱]'],
  ['一千二百元的那款', 'amount 1200.00 [一千二百元]'],
  ['卖一百二', ''],
  ['订单金额1499', 'amount 1499.00 [1499]'],
  ['两件合计368，券后338', 'count 2 [两件] | amount 368.00 [368] | amount 338.00 [338]'],
  ['原价3件起', 'count ≥3 [3件]'],
  ['两千五百八十块', 'amount 2580.00 [两千五百八十块]'],
  ['给您便宜20', 'amount 20.00 [20]'],
  ['补您8吧', 'amount 8.00 [8]'],
  ['5-10元的红包', 'amount 5.00-10.00 [5-10元]'],
  ['十到二十块之间', 'amount 10.00-20.00 [十到二十块]'],
  ['5元到10元', 'amount 5.00-10.00 [5元到10元]'],
  ['不到十块', 'amount ≤10.00 [十块]'],
  ['最多补您20元', 'amount ≤20.00 [20元]'],
  ['至少要50元', 'amount ≥50.00 [50元]'],
  ['30元左右', 'amount ~30.00 [30元]'],
  ['30元以内', 'amount ≤30.00 [30元]'],
  ['满三百减三十', 'amount 满300.00 [三百] | amount 30.00 [三十]'],
  ['满299减30', 'amount 满299.00 [299] | amount 30.00 [30]'],
  ['满200元可用', 'amount 满200.00 [200元]'],
  ['10元无门槛券', 'amount 10.00 [10元]'],
  ['1.5万块', 'amount 15000.00 [1.5万块]'],
  ['补差价18.6元', 'amount 18.60 [18.6元]'],
  ['１０元', 'amount 10.00 [１０元]'],
  ['補您十塊錢', 'amount 10.00 [十塊錢]'],
]);

table('words that look like amounts', [
  ['一块拍更划算', ''],
  ['我们一块儿看', ''],
  ['送您一块布', 'count 1 [一块]'],
  ['两块电池', 'count 2 [两块]'],
  ['一块钱都不用付', 'amount !1.00 [一块钱]'],
  ['毛衣会起毛', ''],
  ['元气满满', ''],
  ['满意为止', ''],
]);

table('spans of time', [
  ['48小时内发货', 'when ≤48h [48小时]'],
  ['四十八小时之内', 'when ≤48h [四十八小时]'],
  ['两天到', 'when 48h [两天]'],
  ['半小时后回您', 'when ≥0.5h [半小时]'],
  ['一个半小时', 'when 1.5h [一个半小时]'],
  ['三五天就到', 'when 72h-120h [三五天]'],
  ['一两天', 'when 24h-48h [一两天]'],
  ['十七八天', 'when 408h-432h [十七八天]'],
  ['1-3个工作日', 'when 24h-72h [1-3个工作日]'],
  ['1~3天', 'when 24h-72h [1~3天]'],
  ['一到三个工作日到账', 'when 24h-72h [一到三个工作日]'],
  ['3天到5天', 'when 72h-120h [3天到5天]'],
  ['十分钟以内', 'when ≤0.17h [十分钟]'],
  ['稍等两分钟', 'when 0.03h [两分钟]'],
  ['半个月左右', 'when ~360h [半个月]'],
  ['半天就到', 'when 12h [半天]'],
  // Root cause: “半天” was always twelve hours, also where it only means a long while.
  ['您问了半天没人理', ''],
  ['让您等半天', ''],
  ['一周内', 'when ≤168h [一周]'],
  ['两个星期', 'when 336h [两个星期]'],
  ['质保一年', 'when 8760h [一年]'],
  ['两年半的质保', 'when 21900h [两年半]'],
  ['7天无理由', 'when 168h [7天]'],
  ['最慢三天', 'when ≤72h [三天]'],
  ['至少3天', 'when ≥72h [3天]'],
  ['大概2小时', 'when ~2h [2小时]'],
  ['不会超过48小时', 'when ≤48h [48小时]'],
  ['不超过24h', 'when ≤24h [24h]'],
  ['24H内', 'when ≤24h [24H]'],
  ['这两天就到', 'when 24h-48h [这两天]'],
  ['十来天', 'when 240h [十来天]'],
  ['三天前发的货', 'when -72h [三天]'],
  ['45分钟前要到', 'when ≤0.75h [45分钟]'],
  ['一个月内', 'when ≤720h [一个月]'],
  ['1个工作日内审核', 'when ≤24h [1个工作日]'],
  ['15日内', 'when ≤360h [15日]'],
  ['3日到账', 'when 72h [3日]'],
]);

table('days and clock times', [
  ['今天', 'when 9h [今天]'],
  ['明天发', 'when 33h [明天]'],
  ['后天到', 'when 57h [后天]'],
  ['大后天', 'when 81h [大后天]'],
  ['明后天', 'when 33h-57h [明后天]'],
  ['昨天已经发了', 'when -15h [昨天]'],
  ['周五', 'when 57h [周五]'],
  ['周三', 'when 9h [周三]'],
  ['周二之前', 'when ≤153h [周二]'],
  ['下周三', 'when 177h [下周三]'],
  ['星期天', 'when 105h [星期天]'],
  ['这周末', 'when 105h [这周末]'],
  ['5月14号', 'when 33h [5月14号]'],
  ['五月十五日', 'when 57h [五月十五日]'],
  ['14号到16号', 'when 33h-81h [14号到16号]'],
  ['12号', 'when 729h [12号]'],
  // Root cause: a date with its month was always the coming one, so “5月4日才发出” was a promise for next year.
  ['5月4日18:40才发出', 'when -212.33h [5月4日18:40]'],
  ['12月20日', 'when -3447h [12月20日]'],
  // Root cause: a day without month was always the coming one, also where it tells what has happened.
  ['您11号下午1点付的款', 'when -50h [11号下午1点]'],
  ['周一拍的', 'when -39h [周一]'],
  ['早上五点付的款', 'when -10h [早上五点]'],
  ['12号签收的', 'when -15h [12号]'],
  // Root cause: the list of what lies behind knew 发的货 and 揽收的, but neither 发的 nor 到的.
  ['12号晚上发的', 'when -15h [12号晚上]'],
  // Root cause: 日 was always a unit, so that “22日送到” promised 22 days.
  ['22日送到', 'when 225h [22日]'],
  ['最晚15日', 'when ≤57h [15日]'],
  // Root cause: 万一 was read as a number, and “万一周五没到” as 11,000 weeks.
  ['万一周五没到', 'when 57h [周五]'],
  ['10月1日前', 'when ≤3393h [10月1日]'],
  ['月底前', 'when ≤441h [月底]'],
  ['今天下午六点前', 'when ≤3h [今天下午六点]'],
  ['今天18:00前', 'when ≤3h [今天18:00]'],
  ['18点前', 'when ≤3h [18点]'],
  ['六点前', 'when ≤3h [六点]'],
  // Root cause: “您要” before a figure was taken for the customer's wish, which the agent only quotes.
  ['您要在21:32之前付', 'when ≤6.53h [21:32]'],
  // Root cause: 当天 and 次日 were counted from today, whatever day was named before.
  ['15号到货当天发', 'when 57h [15号] | when 57h [当天]'],
  ['5月18日到货，次日发出', 'when 129h [5月18日] | when 153h [次日]'],
  ['15号到货。今天给您登记，当天发', 'when 57h [15号] | when 9h [今天] | when 9h [当天]'],
  ['下午五点半', 'when 2.5h [下午五点半]'],
  ['明天上午', 'when 21h [明天上午]'],
  ['明天上午九点半', 'when 18.5h [明天上午九点半]'],
  ['明早八点', 'when 17h [明早八点]'],
  ['明晚8点', 'when 29h [明晚8点]'],
  ['今晚十二点前', 'when ≤9h [今晚十二点]'],
  ['今晚', 'when 9h [今晚]'],
  ['明天下午三点', 'when 24h [明天下午三点]'],
  ['周四到周五', 'when 33h-57h [周四到周五]'],
  // Root cause: the second clock time was read from now, not on the day of the first.
  ['明天9:00-18:00上门', 'when 18h-27h [明天9:00-18:00]'],
  ['明天9点到18点', 'when 18h-27h [明天9点到18点]'],
  ['明天中午12点', 'when 21h [明天中午12点]'],
  ['下班前给您', 'when ≤3h [下班]'],
  ['晚上给您答复', 'when 9h [晚上]'],
  ['上午就能到', 'when 21h [上午]'],
  ['次日达', 'when 33h [次日]'],
]);

table('words that look like times', [
  ['快一点', ''],
  ['有一点小', ''],
  ['您晚点再看', ''],
  ['第3天', ''],
  ['早上好', ''],
  ['下午好呀', ''],
  ['24小时在线', ''],
  ['3号链接', ''],
  ['2026年新款', ''],
  ['天气原因', ''],
  ['秒回', ''],
  ['尽快给您发', ''],
]);

table('percentages', [
  ['含棉95%', 'percent 95% [95%]'],
  ['百分之九十五', 'percent 95% [百分之九十五]'],
  ['九成五', 'percent 95% [九成五]'],
  ['九成新', 'percent 90% [九成]'],
  ['八折', 'percent 80% [八折]'],
  ['8.5折', 'percent 85% [8.5折]'],
  ['七五折', 'percent 75% [七五折]'],
  ['85折', 'percent 85% [85折]'],
  ['10%-20%', 'percent 10%-20% [10%-20%]'],
  ['百分百', 'percent 100% [百分百]'],
  ['百分之十五到二十', 'percent 15%-20% [百分之十五到二十]'],
  ['98.5%以上', 'percent ≥98.5% [98.5%]'],
  ['成分表', ''],
  ['打折叠椅', ''],
]);

table('counts and sizes', [
  // The k of kg was read as a thousand: 5kg were 5000.
  ['单个承重5kg', 'count 5 [5kg]'],
  ['卖了3k件', 'count 3000 [3k件]'],
  ['一共2件', 'count 2 [2件]'],
  ['送您两双袜子', 'count 2 [两双]'],
  ['三五个', 'count 3-5 [三五个]'],
  ['还剩12件', 'count 12 [12件]'],
  ['三个工作日', 'when 72h [三个工作日]'],
  ['一个月', 'when 720h [一个月]'],
  ['建议M码', 'size M [M码]'],
  ['拍L', 'size L [L]'],
  ['拍m就行', 'size M [m]'],
  ['38码', 'size 38 [38码]'],
  ['38.5码', 'size 38.5 [38.5码]'],
  ['您选39', 'size 39 [39]'],
  ['2XL', 'size XXL [2XL]'],
  ['XXL码', 'size XXL [XXL码]'],
  ['M或L都行', 'size M/L [M或L]'],
  ['均码', 'size 均码 [均码]'],
  ['大一码', ''],
  ['小半码', ''],
  ['拍大两码', ''],
  ['iPhone和usb线', ''],
  ['XS', 'size XS [XS]'],
]);

table('multiples that a shop promises to pay', [
  ['假一赔十', 'count 10 [假一赔十]'],
  ['我们敢假一罚十的,放心', 'count 10 [假一罚十]'],
  ['假一赔十没有问题', 'count 10 [假一赔十]'],
  ['三倍赔偿给您', 'count 3 [三倍赔偿]'],
  ['赔您十倍', 'count 10 [赔您十倍]'],
  ['本店没有对外承诺过假一赔十', ''],
  ['假一赔十我不能随口答应您', ''],
  ['假一赔十的话,本店没有这项承诺', ''],
  ['不能为了成交就跟您许假一赔十', ''],
  ['您说的假一赔十', 'count !10 [假一赔十]'],
  ['依法退一赔三', 'count 3 [退一赔三]'],
  ['十倍赔付我们政策里确实没写', ''],
  ['比同类厚两倍', ''],
]);

table('figures that nobody states', [
  ['不能保证48小时', 'when !48h [48小时]'],
  ['没法保证明天到', 'when !33h [明天]'],
  ['48小时到不了', 'when !48h [48小时]'],
  ['没有100%', 'percent !100% [100%]'],
  ['不是10元', 'amount !10.00 [10元]'],
  ['是48小时发货吗?', 'when !48h [48小时]'],
  ['您是想要10元的券吗', 'amount !10.00 [10元]'],
  ['您要求赔200元', 'amount !200.00 [200元]'],
  ['您说的三天', 'when !72h [三天]'],
  ['50元补不了', 'amount !50.00 [50元]'],
  ['明天不一定能到', 'when !33h [明天]'],
  ['24小时做不到', 'when !24h [24小时]'],
]);

table('offers and denials that still state a figure', [
  ['您看补您10元可以吗', 'amount 10.00 [10元]'],
  ['补您10元,您看行吗?', 'amount 10.00 [10元]'],
  // Root cause: the 一 of 一分 was read as a dime.
  ['这笔336块一分都不会少', 'amount 336.00 [336块]'],
  ['给您补偿15元好不好', 'amount 15.00 [15元]'],
  ['明天到可以吗', 'when 33h [明天]'],
  // Root cause: “您申请” was read as the customer's words, whoever applied.
  ['给您申请20元红包可以吗', 'amount 20.00 [20元]'],
  ['不到48小时就能发', 'when ≤48h [48小时]'],
  ['不用等到后天', 'when 57h [后天]'],
  ['不是不补,补您10元', 'amount 10.00 [10元]'],
  ['没问题,48小时内发', 'when ≤48h [48小时]'],
  ['不好意思让您等了两天', 'when 48h [两天]'],
]);

table('several figures in one message', [
  ['48小时内发货,三天左右到,补您5元', 'when ≤48h [48小时] | when ~72h [三天] | amount 5.00 [5元]'],
  ['2件八折,共158元', 'count 2 [2件] | percent 80% [八折] | amount 158.00 [158元]'],
  ['按您162、98斤拍S,明天发', 'count 98 [98斤] | size S [S] | when 33h [明天]'],
]);

describe('findFigures', () => {
  it('does not need a sensible moment to find the other figures', () => {
    expect(findFigures('明天补您5元', 'nonsense').map(({ kind }) => kind)).toEqual(['amount']);
  });

  it('finds nothing in an empty text', () => {
    expect(findFigures('', NOW)).toEqual([]);
  });
});
