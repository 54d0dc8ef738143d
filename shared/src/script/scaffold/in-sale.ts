import type { Template } from './frame';

/** After paying: when does it ship? The customer is in a hurry, which has to be asked for. */
export const IN_SALE: Template = {
  orders: ['paid', 'shipped'],
  failures: ['complaint', 'bad-review'],
  script: `summary:
  zh: 客户付款后问什么时候发货，其实赶着要用，要问才知道。
  en: A customer asks when the order ships; that it is needed soon has to be asked for.
stage: in-sale          # pre-sale 售前，in-sale 售中，after-sale 售后
level: novice           # novice 新手，advanced 进阶
tags: [发货, 时效]
platform: taobao
shop: <shop>
now: <now>
opens: customer         # 客户先说话
customer: { name: 慢慢走的云, group: regular }
brief:                  # 学员开始前看到的说明
  zh: 客户来问发货时间。先查订单，给出准确的时间，再问问客户是不是急用。付款后48小时内发货。
  en: A customer asks when the order ships. Look it up, name an exact time, and ask whether it is urgent. Orders ship within 48 hours.
about: { order: <order>, products: [<product>] }

# 事实：从店铺资料里取值。台词里写 {item} 就会换成商品名。
facts:
  item: { from: products.<product>.name }

# 要点：要听懂客服说的哪些意思。例句用不同的说法，words 是单独出现就算的词。
cues:
  ask-urgent:
    title: 问是不是急用
    examples: [您是急用吗, 请问您什么时候要用到, 您对收货时间有要求吗, 您赶着哪天用呢, 是要赶什么日子吗]
    words: [急用, 急不急, 什么时候要, 什么时候用, 哪天用, 哪天要, 时间要求, 赶着]
  hurry-up:
    title: 优先发货
    examples: [我帮您备注优先发货, 给您申请加急处理, 让仓库优先安排您的订单, 帮您换成更快的快递]
    words: [优先发, 优先安排, 加急, 更快的快递, 最快的快递]
  notify:
    title: 说明怎么知道发货了
    examples: [发货后会有短信通知您, 单号出来我马上发给您, 发出后物流信息会更新在订单里]
    words: [短信, 单号, 物流信息, 通知您]
  late-pay:
    title: 超时有保障
    examples: [超过时间没发我们会赔付, 晚发有补偿的, 没按时发会给您补偿券]
    words: [赔付, 超时补偿, 给您补偿]

# 陈述：客服会说出的数字，和正确的值。when 是从现在算起的时间：h 小时，d 天。
claims:
  ship-by:
    kind: when
    title: 发货时间
    about: [发货, 发出, 寄出, 安排发, 给您发, 能发, 会发, 前发, 天发, 午发]
    notAbout: [送达, 收到, 到货, 付款, 超过, 没发, 赔付]
    lookUp: look-up-order
    right: { from: 2h, to: 48h }
    alsoRight: [48h]

# 操作：学员可以做的事，这里可以加条件和金额。
actions:
  note: {}

# 诉求：客户要得到什么。goal 人人都有；figure 只有理性型会追问；doubt 只有疑虑型会怀疑。
needs:
  ship-date:
    kind: goal
    title: { zh: 准确的发货时间, en: An exact shipping time }
    ask:                # 可以按画像分别写；any 给其他画像用
      emotional: [到底哪天发货啊, 给个准话，什么时候发, 什么时候能发你直说]
      rational: [请给出具体的发货时间, 最晚哪天几点发出, 我需要准确的发货时间]
      any: [那什么时候能发呀, 具体哪天发货呢, 能说准什么时候发吗]
    again: [你还没说具体哪天呢, 到底几号发, 还是没说什么时候发]
    met: { claim: { ship-by: right } }
  faster:
    kind: goal
    after: urgent       # 说出隐藏信息以后才有
    title: { zh: 能不能快一点, en: Can it be faster }
    ask: [那能不能帮我快一点, 有没有办法早点发, 可以加急吗]
    again: [所以能不能加急, 快一点的办法有没有, 早点发行不行呀]
    met: { cue: hurry-up }
  know:
    kind: figure
    title: { zh: 怎么查物流, en: How to follow the parcel }
    ask: [发货后在哪里查物流, 单号什么时候能看到, 发出以后怎么跟踪]
    again: [物流怎么查还没有回答, 请说明单号怎么给我, 我问的是怎么查物流]
    met: { cue: notify }
  really:
    kind: doubt
    title: { zh: 是不是真的会发, en: Will it really ship }
    ask: [不会一直拖着吧, 你说的是真的吗，别糊弄我, 万一又不发呢]
    again: [我就怕你们拖, 你还没说怎么保证呢, 光说没用呀]
    met: { act: [assure, followup] }
  late:
    kind: doubt
    title: { zh: 晚了怎么办, en: What if it is late }
    ask: [要是到时候没发怎么办, 晚了你们负责吗, 超时有说法吗]
    again: [晚了怎么办你还没说, 超时到底管不管, 没按时发有没有说法]
    met: { cue: late-pay }
  tell-me:
    kind: doubt
    title: { zh: 发了怎么知道, en: How will I know }
    ask: [那发了我怎么知道呀, 发货会通知我吗, 我去哪里看发没发]
    again: [还没说怎么通知我呢, 发了会告诉我吗, 我怎么知道发没发]
    met: { cue: notify }

# 隐藏信息：问到才说，问不到就错过。
hidden:
  urgent:
    title: { zh: 后天要用, en: Needs it the day after tomorrow }
    when: { cue: ask-urgent }
    tell:
      emotional: [急啊，我后天就要用, [急用的, 后天有活动], 后天就得用上，能不急吗]
      any: [嗯，后天要用的, [有点急, 后天有个活动要用], 我后天要用到，怕来不及]

# 环节：客户自己的节奏，第一个是开场。
beats:
  opening:
    say:
      emotional: ["在吗，{item}怎么还不发货", [你好, "我买的{item}什么时候发", 等着用呢], "都付款了，{item}到底什么时候发"]
      rational: ["你好，请问{item}的订单什么时候发货", [你好, "咨询一下{item}的发货时间"], "请问{item}最晚什么时候发出"]
      any: ["亲，我买的{item}什么时候发呀", [在吗, "{item}发货了吗"], "你好，{item}不会要等很久吧"]
    next:
      - { when: { needs: met }, go: answered }
  answered:
    title: { zh: 知道了发货时间, en: Knows when it ships }
    say: [好的，那我等着, 行，知道了, 嗯嗯，明白了]
    owes: false         # 不等回复
    closesAfter: 45     # 45 秒没人说话就结束
    next:
      - { when: { open: faster }, go: hurrying }
      - { when: { act: [thank, close] }, close: true }
      - { when: { act: confirm }, say: [没有别的问题了, 可以的, 嗯，就这样] }
  hurrying:             # 后来才说急用：先问能不能加急
    next:
      - { when: { need: faster }, go: answered }

# 反应：对本案例特有的话，客户怎么想。
reactions:
  - id: vague
    title: { zh: 只说尽快，没有时间, en: Says only “soon” }
    when: { act: followup, open: ship-date, not: { any: [{ act: [timeline, hold] }, { claim: { ship-by: right } }] } }
    mood: 1
    rule: R46
  - id: false-date
    title: { zh: 承诺了做不到的时间, en: Promises a time that cannot be kept }
    when: { claim: { ship-by: wrong } }
    mood: 1
    rule: R11
    say: [你确定？别糊弄我, 这个时间准吗，你查了没有, 怎么感觉你是随口说的]

# 结局：按顺序取第一个成立的，最后一项不带条件。
outcome:
  close:
    - { when: { needs: met, told: urgent, mood: [content, calm], ever: { act: [thank, close] } }, ending: delighted }
    - { when: { needs: met, mood: [content, calm, uneasy] }, ending: solved }
    - { ending: grudging }
  leave: [{ ending: bad-review }]   # 等不下去走了
  boil: complaint                   # 气到顶了
endings:
  delighted:
    title: { zh: 时间明确，放心等收货, en: Knows the date and waits at ease }
    say: [好的谢谢，这下放心了, 谢谢你，服务真好, 嗯嗯，那我等着啦]
  solved: { title: { zh: 拿到了发货时间, en: Got a shipping date } }
  grudging: { title: { zh: 勉强接受, en: Accepts grudgingly } }
  bad-review: { title: { zh: 没等到准话，给了差评, en: "No straight answer, a bad review" } }
  complaint: { title: { zh: 投诉升级, en: A complaint to the platform } }

# 评分要点：这个案例里，正确的步骤是什么。
assessment:
  process:
    - { title: { zh: 先查订单, en: Look up the order }, done: { did: look-up-order } }
    - { title: { zh: 给出准确的发货时间, en: Name an exact time }, done: { ever: { claim: { ship-by: right } } } }
    - { title: { zh: 问清是不是急用, en: Ask whether it is urgent }, done: { told: urgent } }
`,
  moves: `      - { after: 4, text: 您好，欢迎光临<shopName>，我是客服小禾，理解您等着用的心情，我马上帮您查订单 }
      - { after: 1, do: look-up-order }
      - { after: 6, text: 让您久等了，查到您的订单已经在排单，明天下午给您发出 }
      - { after: 5, text: 请问您是急用吗？大概哪天要用，我好帮您安排 }
      - { after: 7, text: 后天要用确实赶，我帮您备注优先发货，并且换成更快的快递，您看这样可以吗？ }
      - { after: 6, text: 请您放心，发货后会有短信通知您，单号出来我马上发给您；万一超时，我们会按规则赔付 }
      - { after: 5, text: 请问还有其他可以帮您的吗？有变化我第一时间告诉您 }
      - { after: 5, text: 感谢您的理解，祝您活动顺利，生活愉快，再见 }`,
};
