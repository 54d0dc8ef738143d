import { z } from 'zod';
import { BilingualSchema, FILE_HEAD } from '../script/text';
import { FixtureIdSchema, LocalTimeSchema, PriceSchema } from './fixture';
import { OfferSchema } from './offer';
import { PolicySchema } from './policy';

const text = z.string().min(1);

/** A product card with the seven fields of R54 and the status of R17. */
export const ProductSchema = z.strictObject({
  id: FixtureIdSchema.meta({ description: '商品编号 / number of the product', examples: ['P01'] }),
  name: text.describe('商品名称 / name'),
  status: z
    .enum(['on-sale', 'new', 'discontinued'])
    .describe('on-sale 在售、new 新品、discontinued 停产（R17） / status (R17)'),
  price: PriceSchema.describe('标价，元 / list price, CNY'),
  stock: z
    .record(text, z.int().nonnegative())
    .meta({ description: '各规格的库存，件 / pieces in stock by kind', examples: [{ M: 35 }] }),
  fields: z
    .strictObject({
      function: text.describe('用途 / what it is for'),
      material: text.describe('材质 / material'),
      specification: text.describe('规格 / specification'),
      suitableFor: text.describe('适合谁 / for whom'),
      usage: text.describe('怎么用 / how to use it'),
      caution: text.describe('注意事项 / what to mind'),
      comparison: text.describe('和同类比较 / how it compares'),
    })
    .describe('商品知识的七个方面（R54） / the seven fields of a product card (R54)'),
  proofs: z
    .array(
      z.strictObject({
        title: text.describe('证明的名称 / what it is'),
        detail: text.describe('证明的内容 / what it says'),
      }),
    )
    .default([])
    .describe(
      '可以引用的证明：检测报告、资质、记录（R31） / reports and records that may be quoted as proof (R31)',
    ),
  related: z.array(FixtureIdSchema).default([]).describe('可以推荐的相关商品 / products that go with it'),
});

export const OrderSchema = z.strictObject({
  id: FixtureIdSchema.describe('订单编号 / number of the order'),
  status: z
    .enum(['unpaid', 'paid', 'shipped', 'received', 'refunding', 'closed'])
    .describe('订单状态 / status'),
  items: z
    .array(
      z.strictObject({
        product: FixtureIdSchema.describe('商品编号 / number of the product'),
        spec: text.describe('规格 / kind'),
        count: z.int().positive().describe('件数 / pieces'),
        price: PriceSchema.describe('成交单价，元 / price of one, CNY'),
      }),
    )
    .min(1)
    .describe('买了什么 / what was bought'),
  total: PriceSchema.describe('实付或应付，元 / what the buyer pays or paid, CNY'),
  placedAt: LocalTimeSchema.describe('下单时间 / when it was placed'),
  paidAt: LocalTimeSchema.optional().describe('付款时间 / when it was paid'),
  receiver: text.describe('收货人 / receiver'),
  address: text.describe('收货地址 / address'),
  phone: text.describe('电话 / phone'),
  remark: z.string().default('').describe('买家备注 / remark of the buyer'),
  parcel: z
    .strictObject({
      carrier: text.describe('快递公司 / carrier'),
      number: text.describe('运单号 / number of the parcel'),
      events: z
        .array(
          z.strictObject({ at: LocalTimeSchema.describe('时间 / when'), text: text.describe('内容 / what') }),
        )
        .min(1)
        .describe('物流记录 / what happened to it'),
    })
    .optional()
    .describe('包裹 / parcel'),
});

/** The facts of a shop that replies are checked against. Scripts name parts of it by id. */
export const ShopSchema = z.strictObject({
  ...FILE_HEAD,
  date: z.iso
    .date('写成 2026-05-13 / write 2026-05-13')
    .optional()
    .describe(
      '这一版的日期，商品卡片上会显示（R64、R88） / date of this version, shown on product cards (R64, R88)',
    ),
  name: BilingualSchema.describe('店铺名称 / name of the shop'),
  category: BilingualSchema.describe('类目 / what it sells'),
  style: z
    .enum(['lively', 'formal'])
    .describe(
      '说话风格：lively 亲切、formal 正式（R40、R85） / manner of speaking that fits the platform (R40, R85)',
    ),
  products: z.array(ProductSchema).min(1).describe('商品 / products'),
  orders: z.array(OrderSchema).describe('订单 / orders'),
  policies: z.array(PolicySchema).min(1).describe('政策 / policies'),
  offers: z
    .array(OfferSchema)
    .default([])
    .describe('优惠，用来计算价格（R82） / discounts that prices are computed with (R82)'),
});

export type Shop = z.infer<typeof ShopSchema>;
export type Product = z.infer<typeof ProductSchema>;
export type Order = z.infer<typeof OrderSchema>;
