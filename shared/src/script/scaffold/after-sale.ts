import type { Template } from './frame';

/** After receiving: something is wrong with it. A picture shows what, and has to be asked for. */
export const AFTER_SALE: Template = {
  orders: ['received', 'shipped', 'paid'],
  failures: ['complaint', 'bad-review'],
  script: `summary:
  zh: 客户收到的商品有问题，要求处理。先安抚，请客户拍照，再退款或换货。
  en: What arrived has a fault. Soothe first, ask for a picture, then refund or exchange.
stage: after-sale       # pre-sale 售前，in-sale 售中，after-sale 售后
level: novice           # novice 新手，advanced 进阶
tags: [质量, 退款]
platform: taobao
shop: <shop>
now: <now>
opens: customer         # 客户先说话
heat: 1                 # 一开始就比平时生气一点
customer: { name: 不吃香菜, group: complaint }
brief:                  # 学员开始前看到的说明
  zh: 客户说收到的商品有问题。先道歉安抚，查订单，请客户拍照，再按中度投诉处理：可以退款或换货，退货运费由店铺承担。
  en: A customer says that the product has a fault. Apologise, look up the order, ask for a picture, grade the complaint as moderate, then refund or exchange. The shop pays the freight.
about: { order: <order>, products: [<product>] }

# 事实：从店铺资料里取值。台词里写 {item} 就会换成商品名。
facts:
  item: { from: products.<product>.name }

# 要点：要听懂客服说的哪些意思。例句用不同的说法，words 是单独出现就算的词。
cues:
  ask-photo:
    title: 请客户拍照
    examples: [麻烦您拍张照片给我看看, 方便发一下图片吗, 请您拍一下有问题的地方, 能给我发个照片确认一下吗]
    words: [照片, 图片, 拍张, 拍一下, 拍个照]
  freight:
    title: 运费由店铺承担
    examples: [来回运费我们承担, 退货不用您出运费, 运费由我们店铺承担, 快递费我们来出]
    words: [运费我们, 运费由我们, 运费由店铺, 不用您出运费, 快递费我们]
  refund-time:
    title: 说明退款到账时间
    examples: [退款一到三个工作日到账, 钱会原路退回，三天内到, 大概24小时内退到您账户]
    words: [原路退回, 工作日到账, 到账]

# 陈述：客服会说出的数字，和正确的值。
claims: {}

# 操作：学员可以做的事。when 是前提，refused 是前提不成立时的提示，amount 是允许的金额（元）。
actions:
  refund: { when: { told: flaw }, refused: 先请客户拍照确认问题, amount: { min: 0, max: <total> } }
  exchange: { when: { told: flaw }, refused: 先请客户拍照确认问题 }

# 诉求：客户要得到什么。goal 人人都有；figure 只有理性型会追问；doubt 只有疑虑型会怀疑。
needs:
  remedy:
    kind: goal
    title: { zh: 退款或换货, en: A refund or an exchange }
    ask:                # 可以按画像分别写；any 给其他画像用
      emotional: [你就说怎么处理吧, 退不退，给个痛快话, 这样的东西让我怎么用]
      rational: [请给出处理方案, 请说明是退款还是换货, 我要求退款或者换货]
      any: [那这个怎么办呀, 能退吗, 你们怎么处理呢]
    again: [还没处理好呢, 我这边没看到退款, 说了半天到底办了没有]
    met: { did: [refund, exchange] }
  freight:
    kind: figure
    title: { zh: 运费谁出, en: Who pays the freight }
    ask: [退货的运费谁承担, 运费怎么算, 寄回去的快递费谁出]
    again: [运费还没有回答, 请明确运费由谁承担, 我问的是运费]
    met: { cue: freight }
  money-back:
    kind: doubt
    title: { zh: 钱什么时候到, en: When the money comes }
    ask: [钱什么时候能到我账上呀, 退款不会拖很久吧, 多久能收到退款]
    again: [还没说钱什么时候到呢, 到底几天能到账, 不会说退又不退吧]
    met: { cue: refund-time }
  no-cost:
    kind: doubt
    title: { zh: 会不会要我出运费, en: Will it cost me freight }
    ask: [不会还要我自己出运费吧, 运费你们出吗, 寄回去要花钱的吧]
    again: [运费的事你还没说, 到底要不要我出钱, 运费谁出呀]
    met: { cue: freight }
  serious:
    kind: doubt
    title: { zh: 会不会不认账, en: Will they stand by it }
    ask: [你们不会不认账吧, 别到时候说是我弄坏的, 说话算数吗]
    again: [我就怕你们赖账, 你怎么保证呢, 别糊弄我呀]
    met: { act: [assure, own, followup] }

# 隐藏信息：问到才说，问不到就错过。
hidden:
  flaw:
    title: { zh: 照片上的问题, en: The fault in the picture }
    when: { cue: ask-photo }
    tell:
      emotional: [[{ photo: 商品表面有一道明显的裂痕 }, 你自己看！], [你看看这像话吗, { photo: 商品边角破损，有裂痕 }], [{ photo: 破损处的近照 }, 就这质量？]]
      any: [[{ photo: 商品表面有一道明显的裂痕 }, 就是这里], [拍了，你看, { photo: 商品边角破损，有裂痕 }], [{ photo: 破损处的近照 }, 收到就是这样的]]

# 环节：客户自己的节奏，第一个是开场。
beats:
  opening:
    say:
      emotional: ["你们的{item}什么质量啊，收到就是坏的", [在吗, "{item}刚收到就坏了", 怎么办], "气死了，{item}是破的"]
      rational: ["你好，收到的{item}有破损，请处理", [你好, "{item}收到时就有问题", 请给个方案], "收到的{item}有质量问题，要求处理"]
      any: ["亲，我收到的{item}好像是坏的", [在吗, "{item}有点问题"], "你好，{item}收到就破了，能退吗"]
    next:
      - { when: { needs: met }, go: settled }
  settled:
    title: { zh: 事情说定了, en: Settled }
    say: [好吧，那就这样, 行，我等着, 嗯，知道了]
    owes: false         # 不等回复
    closesAfter: 45     # 45 秒没人说话就结束
    next:
      - { when: { act: [thank, close] }, close: true }
      - { when: { act: confirm }, say: [可以的, 没有别的了, 嗯，就这样吧] }

# 反应：对本案例特有的话，客户怎么想。
reactions:
  - id: settled-well
    title: { zh: 当场办好了, en: Settles it at once }
    when: { doing: [refund, exchange], did: [refund, exchange] }
    mood: -1
    limit: 1

# 结局：按顺序取第一个成立的，最后一项不带条件。
outcome:
  close:
    - { when: { needs: met, told: flaw, mood: [content, calm], ever: { act: [thank, close] } }, ending: delighted }
    - { when: { needs: met, mood: [content, calm, uneasy] }, ending: solved }
    - { ending: grudging }
  leave: [{ ending: bad-review }]   # 等不下去走了
  boil: complaint                   # 气到顶了
endings:
  delighted:
    title: { zh: 处理得很满意, en: Content with how it was settled }
    say: [谢谢，处理得挺快的, 好的谢谢你，态度真好, 行，这次处理得不错]
  solved: { title: { zh: 问题解决了, en: The problem is solved } }
  grudging: { title: { zh: 勉强接受, en: Accepts grudgingly } }
  bad-review: { title: { zh: 没人管，给了差评, en: "Nobody cared, a bad review" } }
  complaint: { title: { zh: 投诉到平台, en: A complaint to the platform } }

# 评分要点：投诉的级别，和正确的步骤。
assessment:
  grade: moderate       # minor 轻，moderate 中，severe 重
  process:
    - { title: { zh: 道歉安抚，查订单, en: Apologise and look up the order }, done: { did: look-up-order, ever: { act: apologise } } }
    - { title: { zh: 请客户拍照确认, en: Ask for a picture }, done: { told: flaw } }
    - { title: { zh: 退款或换货, en: Refund or exchange }, done: { did: [refund, exchange] } }
`,
  moves: `      - { after: 4, text: 您好，我是<shopName>的客服小禾，收到的商品有问题，换谁都会生气，真的非常抱歉，我马上帮您查订单 }
      - { after: 1, do: look-up-order }
      - { after: 6, text: 订单查到了。麻烦您拍张照片给我看看有问题的地方，我马上给您处理 }
      - { after: 1, do: grade, with: { grade: moderate } }
      - { after: 6, text: 照片看到了，您说的是表面有裂痕对吗？这是我们的责任，没有把好质量关，非常抱歉给您添麻烦了。您可以选择退款，也可以换一件新的，来回运费我们承担 }
      - { after: 1, do: refund }
      - { after: 7, text: 退款已经给您办理好了，钱会原路退回，一到三个工作日到账，请您放心，我会一直跟进到您收到为止 }
      - { after: 5, text: 您看这样处理可以吗？还有其他需要帮您的吗？ }
      - { after: 5, text: 感谢您的理解和反馈，我们会改进质量，祝您生活愉快，再见 }`,
};
