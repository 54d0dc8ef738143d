import { isNumeral, normalWord } from './matcher';
import { buildTrie, NOWHERE, ROOT } from './trie';

/**
 * What the red lines are about. A breach often shows only in what comes together, clauses apart: a rating and a reward, a
 * person and an address, an illness and a cure. `#` stands for a number, the private characters for a phone number, a name, a place and an id.
 */
const TOPIC_WORDS = {
  rating:
    '五分 五颗 五星 5星 #星 #颗星 五个星 #分 满分 满星 全星 满天星 星星 点亮 打分 评分 打满 点满 给满 问大家 买家秀 晒图 晒单 晒个图 晒出来 追评 好评 差评 中评 评论 评价 评语 夸 好话 好听的 写满意 写好 凑够 凑字 #字 #个字 一星 低分 带图 配图 图文 口碑 笔记 留情 嘴下 写几句 说几句',
  picture: '截图 截屏 截个图 截一下 那一页 拍照为证 发我看 晒',
  undo: '删 撤 改了 改改 改一下 改成 改掉 收回 变成 动一下 隐藏 取消 抹掉 去掉 追加',
  reward:
    '红包 返 报销 免单 奖励 有奖 谢礼 酬谢 心意 小意思 意思意思 茶水费 辛苦费 奶茶 饭钱 水钱 佣金 好处 开个价 数目 请您 请你 请客 白忙 白辛苦 亏待 小礼物 礼物 赠品 小样 优惠券 券 半价 补给您 补偿您 现金',
  money: '#元 #块 #米 #毛 #折 #万 #千 #w #r 块钱 几块 毛钱 一百 两百 ¥# 的钱 差价 价',
  order:
    '刷单 补单 补dan 空包 空单 放单 做单 做几单 销量 冲量 不发货 不用发 走个过场 走过场 走个形式 走形式 本金 秒结 捧场 垫付 兼职 请人 找人 托儿 水军 一单 一个单 拍一单',
  elsewhere:
    '闲鱼 咸鱼 拼多多 拼夕夕 pdd 京东 淘宝 天猫 抖音 快手 小红书 别的平台 别的店 另一个店 别处 那边 这边 官网 公众号 小程序 门店 线下 档口 当面 上门 外面 私下 私底下 私人 换个地方 直接找 直接联系 绕过 绕开 跳过 省掉 中间商 平台费 手续费 扣点 抽成 不走 别走',
  reach:
    '加我 加您 加你 加个 加一下 加群 进群 号码 留个号 联系方式 名片 二维码 扫码 扫一扫 头像 昵称 搜我 搜索 添加 好友 通讯录 打我 打给我 call 微信 qq 电话 手机号 朋友圈 私聊 私信 群 邮箱 \ue001 \ue00e',
  pay: '付 转账 打款 打钱 收款 收款码 支付宝 银行卡 卡号 对公 私账 定金 订金 给钱 转我 转给 打给 打到 打过 下单 拍下 买 拍',
  hush: '别说 别讲 别写 别截图 别外传 别打字 不能写 不能说 不让说 不让打 屏蔽 敏感 保密 悄悄 偷偷 偷摸 悄咪咪 你懂 懂的 意会 暗号 阅后即焚 声张 低调 被抓 被封 扣分 被检测 不方便说 当没说 没说过 啥也没说 别往外 别人不知道 不该讲 不该说 透个底 实话 不瞒',
  official: '平台 官方 店铺 页面 系统 旺旺 规则 规定 违规 举报 诈骗 骗 处罚 核实 客服',
  not: '不 没 别 无 勿 严禁 禁止 非',
  inside:
    '内部 公司 老板 领导 上头 上级 开会 考核 kpi 指标 绩效 提成 工资 底薪 罚款 扣钱 扣我 奖金 成本 进价 进货 拿货 出厂 批发价 利润 利润率 毛利 赚 供货商 供应商 代工 厂里 厂家 上家 下家 名单 密码 后台 话术 库存 权限 底价 底线 上限 内购 员工价 员工 佣金 品控 质检 坑位费 回扣 提点 到手 标价',
  person:
    '那位 这位 一位 有位 有个 这个客人 那个客人 她 他 楼上 邻居 隔壁 那个客户 那个买家 买家 上一个 上个 前一个 另一个 先生 女士 小姐 老太太 大姐 大叔 大爷 阿姨 主播 明星 前妻 前夫 同小区 老客 同事 快递员 叫',
  private:
    '电话 手机号 尾号 地址 住 小区 单元 栋 号楼 门牌 房号 身份证 姓 真名 全名 单位 上班 学校 怀孕 离婚 抑郁 住院 网贷 欠 前科 信用分 买的 买了 退货率 记录 ip 生日 岁 取件码 车牌 病 药 结节 情趣 \ue001 \ue003 \ue004',
  illness:
    '高血压 血压 糖尿病 血糖 血脂 癌 肿瘤 化疗 病 感冒 流感 甲流 发烧 咳 炎 颈椎 腰椎 腰疼 腰痛 膝盖 关节 痛风 失眠 抑郁 湿疹 癣 脚气 灰指甲 痘 斑 疤 皱纹 白发 脱发 秃 痔疮 便秘 近视 度数 视力 老花 胃 前列腺 肾 月经 痛经 宫寒 不孕 多动 自闭 长高 减肥 瘦 斤 赘肉 三高 痴呆 中风 过敏 免疫力 结节 甲状腺 乳腺 肝 肺 心脏 打呼 打鼾 牙疼 口臭 狐臭 疼 痛 痒 毒 补水 皮肤 孩子',
  cure: '治 断根 除根 去根 痊愈 康复 见效 见好 起效 清零 归零 消失 没了 不复发 复发 反弹 停药 药片 扔 医院 手术 医生 大夫 祖传 秘方 偏方 老中医 特效 神效 灵 管用 降到 正常 增强 抗 预防 防住 杀菌 排毒 疗程 #天 #次 #周 #个月 一次 几天',
  best: '第一 第# 最 唯一 全网 全国 全球 世界 宇宙 史上 顶级 顶天 天花板 无敌 没有之一 没人 国家级 特供 独家 首创 大牌 同行',
  sure: '百分 #% 绝对 肯定 铁定 一定 保证 包 必 准 稳 一辈子 永远 永不 永久 终身 毫米 分毫 一点都 一秒 零 不可能 万无一失 赌 算我输 倒立 直播吃 发誓 太阳 从来 从不 完全 彻底 任何 怎么',
  fate: '考试 考 上岸 高分 北大 清华 重点 提分 成绩 月入 躺赚 回本 暴富 赚钱 中奖 转运 招财 桃花 旺',
  abuse:
    '傻 蠢 笨 猪 狗 驴 畜生 脑残 脑子 智商 弱智 低能 白痴 神经 有病 废物 垃圾 穷 乞丐 要饭 叫花子 贱 缺德 要脸 脸皮 无赖 泼妇 骗子 讹 奇葩 沙雕 玩意 德行 滚 爬 死 闭嘴 屁 妈 爹 孙子 丑 胖 肥 麻袋 镜子 公主病 公主命 巨婴 失忆 装 文盲 识字 认字 幼儿园 小学 人话 兽医 精神病 精神科 吃药 治治 首富 抠 丢人 臊 嫌 矫情 戏 碰瓷 蹭 便宜 贪 眼瞎 眼睛 耳朵 聋 瞎 破事 犯病',
  mock: '哟 哎哟 哎呦 呵 啧 失敬 恭喜 厉害 佩服 真行 真牛 大师 专家 大爷 老佛爷 皇上 娘娘 公主 太后 祖宗 菩萨 上帝 首富 这么大人 这么大的人 一把年纪 难怪 怪不得 至于 就这 才 还',
  you: '你 您',
} as const;

/** How many topics there are; each is a bit of what {@link findTopics} gives. */
export const TOPICS = Object.keys(TOPIC_WORDS).length;

const NUMBER_SIGN = '#'.charCodeAt(0);
const TRIE = buildTrie(Object.values(TOPIC_WORDS).map((words) => words.split(/\s+/).map(normalWord)));

/** The topics of normalised text, one bit each. */
export function findTopics(text: string): number {
  let topics = 0;
  const walk = (node: number, start: number): void => {
    let at = start;
    let here = node;
    while (here !== NOWHERE) {
      for (const topic of TRIE.classes[here] ?? []) topics |= 1 << topic;
      if (at === text.length) return;
      here = TRIE.next(here, text.charCodeAt(at++));
    }
  };
  for (let start = 0; start < text.length; start++) {
    const code = text.charCodeAt(start);
    walk(TRIE.next(ROOT, code), start + 1);
    if (isNumeral(code)) walk(TRIE.next(ROOT, NUMBER_SIGN), start + 1);
  }
  return topics;
}
