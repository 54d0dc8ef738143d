import type { LabelledReply } from '@kefu/shared/understanding/labelled-reply';
import type { Model } from '@kefu/shared/understanding/model';
import { trainModel } from '@kefu/shared/understanding/train';

const THINGS = ['鞋子', '杯子', '耳机', '台灯', '裙子', '书包', '手机壳', '猫粮', '咖啡机', '床垫'];

/** Labelled replies that are learnt in a moment and tell three acts apart. */
export const FEW_REPLIES: readonly LabelledReply[] = THINGS.flatMap((thing): LabelledReply[] => [
  { text: `您好,欢迎光临,请看看我们的${thing}`, labels: ['greet'] },
  { text: `非常抱歉,${thing}给您带来不便了`, context: `${thing}坏了`, labels: ['apologise'] },
  { text: `${thing}给您补发一个新的`, context: `${thing}坏了`, labels: ['resolve'] },
  { text: `${thing}嗯嗯`, labels: [] },
]);

/** Another model than the one that comes with the program. */
export const otherModel = (): Model => trainModel(FEW_REPLIES);
