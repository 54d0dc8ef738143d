import type { Template } from './frame';

/** Before buying: what does it cost, is it in stock? The customer wants it as a gift, which has to be asked for. */
export const PRE_SALE: Template = {
  orders: undefined,
  failures: ['lost', 'bad-review'],
  script: `summary:
  zh: 客户问价格和库存，其实想买来送人，要问才知道。
  en: A customer asks for price and stock; that it is a gift has to be asked for.
stage: pre-sale         # pre-sale 售前，in-sale 售中，after-sale 售后
level: novice           # novice 新手，advanced 进阶
tags: [价格, 库存]
platform: taobao
shop: <shop>
now: <now>
opens: customer         # 客户先说话
customer: { name: 一颗小白菜, group: new }
brief:                  # 学员开始前看到的说明
  zh: 客户来问商品。回答价格前先查商品资料，问清用途，再推荐合适的做法。
  en: A customer asks about a product. Look it up before you name the price, and ask what it is for.
about: { products: [<product>] }

# 事实：从店铺资料里取值，店铺改价，剧本跟着变。台词里写 {item} 就会换成商品名。
facts:
  item: { from: products.<product>.name }
  price: { from: products.<product>.price }

# 要点：要听懂客服说的哪些意思。例句用不同的说法，words 是单独出现就算的词。
cues:
  ask-use:
    title: 问用途
    examples: [您是自己用还是送人呀, 请问买来做什么用呢, 您是送礼还是自用, 方便说下是给谁买的吗, 打算什么场合用呢]
    words: [自己用, 送人, 自用, 送礼, 给谁, 做什么用, 用途, 什么场合]
  gift-wrap:
    title: 可以包成礼盒
    examples: [我们可以帮您包成礼盒, 送人的话给您配礼品袋和贺卡, 免费提供礼品包装, 帮您按礼物的样子包装好]
    words: [礼盒, 礼品袋, 礼品包装, 贺卡]
  in-stock:
    title: 有现货
    examples: [这款有现货的, 库存充足您放心拍, 仓库里有货, 查到还有库存]
    words: [现货, 有货, 库存充足, 有库存]
    not: [没有现货, 没有货, 暂时没货]
  returns:
    title: 可以退换
    examples: [支持七天无理由退换货, 不合适可以退, 收到不喜欢也能退换, 签收七天内可以退]
    words: [七天无理由, 7天无理由, 可以退, 能退, 退换]

# 陈述：客服会说出的数字，和正确的值。
claims:
  price:
    kind: amount
    title: 商品价格
    about: [价格, 价钱, 售价, 现价, 多少钱, 元, 块]
    notAbout: [优惠, 立减, 满, 券, 运费, 邮费]
    lookUp: look-up-product
    right: [{ fact: price }]

# 诉求：客户要得到什么。goal 人人都有；figure 只有理性型会追问；doubt 只有疑虑型会怀疑。
needs:
  price:
    kind: goal
    title: { zh: 价格, en: The price }
    ask:                # 可以按画像分别写；any 给其他画像用
      emotional: [到底多少钱呀, 价格呢，快点说, 多少钱你直接告诉我]
      rational: [请问现在的准确价格是多少, 价格是多少，请给具体数字, 请报一下现价]
      any: [这个现在多少钱呀, 价格是多少呢, 能说下价格吗]
    again: [你还没说多少钱呢, 价格到底是多少, 我问的是价格]
    met: { claim: { price: right } }
  gift:
    kind: goal
    after: is-gift      # 说出隐藏信息以后才有
    title: { zh: 送礼的包装, en: Gift wrapping }
    ask: [那能帮我包装得好看一点吗, 送人的话包装怎么样, 有没有礼盒呀]
    again: [包装的事还没说呢, 所以能不能包装成礼物, 那礼盒到底有没有]
    met: { cue: gift-wrap }
  stock:
    kind: figure
    title: { zh: 有没有现货, en: Whether it is in stock }
    ask: [现在有现货吗, 库存是什么情况, 请确认一下是否有货]
    again: [库存还没有回答, 请先确认有没有现货, 有货没货给个准话]
    met: { cue: in-stock }
  genuine:
    kind: doubt
    title: { zh: 是不是正品, en: Is it genuine }
    ask: [是正品吗，别是假的, 我怎么知道质量好不好, 不会跟图片不一样吧]
    again: [你还没说怎么保证呢, 有没有什么能证明的, 光说没用呀]
    met: { act: [assure, evidence] }
  can-return:
    kind: doubt
    title: { zh: 不合适能不能退, en: Can it be returned }
    ask: [要是不合适能退吗, 买了不喜欢怎么办, 退货麻不麻烦呀]
    again: [到底能不能退呀, 退货的事还没说呢, 你别绕，能退吗]
    met: { cue: returns }
  real-stock:
    kind: doubt
    title: { zh: 会不会没货, en: Is there really stock }
    ask: [不会拍了又说没货吧, 真的有货吗, 别拍下了等半天]
    again: [所以到底有没有货, 我就怕拍了没货, 有货你倒是说一声呀]
    met: { cue: in-stock }

# 隐藏信息：问到才说，问不到就错过。
hidden:
  is-gift:
    title: { zh: 是买来送人的, en: It is a gift }
    when: { cue: ask-use }
    tell:
      emotional: [送我妈的，下周她生日, [送人的, 我妈生日], 给我妈买的呀]
      any: [是送人的，我妈下周生日, [给我妈买的, 她下周过生日], 买来送我妈的生日礼物]

# 环节：客户自己的节奏，第一个是开场。
beats:
  opening:
    say:
      emotional: ["在吗，{item}多少钱", [在不在, "{item}怎么卖"], [你好, "{item}现在什么价"]]
      rational: ["你好，请问{item}现在的价格是多少", [你好, "咨询一下{item}", 价格和库存是什么情况], "想了解{item}的价格"]
      any: ["亲，{item}多少钱呀", [在吗, "{item}现在是什么价格"], "你好，我看中了{item}，多少钱呢"]
    next:
      - { when: { needs: met }, go: deciding }
  deciding:
    title: { zh: 考虑下单, en: Considers the order }
    say: [好的，那我看看, 行，我考虑一下就拍, 嗯嗯，知道了]
    owes: false         # 不等回复
    closesAfter: 45     # 45 秒没人说话就结束
    next:
      - { when: { open: gift }, go: wrapping }
      - { when: { act: [thank, close] }, close: true }
      - { when: { act: [confirm, recommend, urge] }, say: [没有别的问题了, 嗯好的，我这就拍, 可以的] }
  wrapping:             # 后来才说是送人：先问包装
    next:
      - { when: { need: gift }, go: deciding }

# 反应：对本案例特有的话，客户怎么想。
reactions:
  - id: wrong-price
    title: { zh: 报错了价格, en: Names a wrong price }
    when: { claim: { price: wrong } }
    mood: 1
    say: [不对吧，页面上不是这个价, 你确定？和页面不一样, 怎么跟我看到的价格不一样]

# 结局：按顺序取第一个成立的，最后一项不带条件。
outcome:
  close:
    - { when: { needs: met, told: is-gift, mood: [content, calm], ever: { act: [thank, close] } }, ending: delighted }
    - { when: { needs: met, mood: [content, calm, uneasy] }, ending: solved }
    - { ending: grudging }
  leave: [{ ending: lost }]     # 等不下去走了
  boil: bad-review              # 气到顶了
endings:
  delighted:
    title: { zh: 放心下单，当礼物送人, en: Orders it as a gift }
    say: [好的谢谢，我这就下单, 谢谢你呀，已经拍了, 服务真好，下单了]
  solved: { title: { zh: 问清楚了，决定购买, en: Knows enough and buys } }
  grudging: { title: { zh: 勉强算问到了, en: Knows just enough } }
  lost: { title: { zh: 去别家买了, en: Buys elsewhere } }
  bad-review: { title: { zh: 态度不好，留下差评, en: A bad review for the manner } }

# 评分要点：这个案例里，正确的步骤和引导是什么。
assessment:
  process:
    - { title: { zh: 先查商品资料, en: Look the product up first }, done: { did: look-up-product } }
    - { title: { zh: 报出正确的价格, en: Name the right price }, done: { ever: { claim: { price: right } } } }
    - { title: { zh: 问清用途, en: Ask what it is for }, done: { told: is-gift } }
  guidance:
    - { title: { zh: 按用途给出建议, en: Advise for the purpose }, done: { ever: { cue: gift-wrap } } }
    - { title: { zh: 自然地请客户下单, en: Invite to order }, done: { ever: { act: [urge, recommend, confirm] } } }
`,
  moves: `      - { after: 4, text: 您好，欢迎光临<shopName>，我是客服小禾，您稍等，我马上帮您查这款商品 }
      - { after: 1, do: look-up-product }
      - { after: 6, text: 让您久等了，查到这款现在的价格是<price>元，仓库有现货，拍下就能安排发货 }
      - { after: 5, text: 请问您是自己用还是送人呢？我好帮您推荐合适的 }
      - { after: 7, text: 原来是给妈妈的生日礼物，您真有心。我们可以免费帮您包成礼盒，再配一张贺卡，您看这样可以吗？ }
      - { after: 6, text: 您放心，这款是正品，质检报告可以发给您看；支持七天无理由退换货，不合适随时可以退 }
      - { after: 5, text: 喜欢的话建议您现在就下单，礼盒我给您备注好，请问还有什么可以帮您的吗？ }
      - { after: 5, text: 感谢您的信任，祝阿姨生日快乐，也祝您生活愉快，再见 }`,
};
