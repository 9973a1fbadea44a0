import type { Deed } from './deeds.ts'

/** A peel that a skin took badly, minutes ago: people are coming, it is graded, the law's fifteen days are running. */
export const SKIN_DEEDS: Deed[] = [
  { min: 0.3, by: 'quality', answers: true },
  { min: 0.5, by: 'leader', answers: true },
  { min: 0.7, by: 'advisor', answers: true },
  { min: 1, by: 'shop', answers: true },
  {
    min: 1.1,
    by: 'advisor',
    done: 'stop_use',
    words: '谢女士已停用所有产品，清水冲洗，冷敷；约好半小时内陪她去华山医院皮肤科。',
  },
  {
    min: 1.3,
    by: 'advisor',
    note: '昨天果酸 20% 停留 4 分钟，自述微刺，提前中和；今早右脸发红发烫，怀疑是浅层化学灼伤。',
  },
  {
    min: 1.6,
    by: 'leader',
    grade: 'serious',
    summary: '果酸焕肤后第二天右脸红肿刺痛，疑似化学灼伤，可能留下色素沉着，陪诊中。',
  },
  {
    min: 1.8,
    by: 'leader',
    decide: '全部门店暂停果酸焕肤，等看过诊断再说。',
    why: '同批次焕肤液八家店都在用，浓度和停留时间还没核过。',
  },
  {
    min: 2,
    by: 'quality',
    sheet: {
      person: '谢**，女，成年',
      product: '果酸焕肤液 20%，30 毫升',
      batch: 'GS-2611-15',
      treatment: '果酸焕肤，停留 4 分钟，提前中和',
      symptoms: '右侧面颊红肿、灼热、刺痛，未见水泡',
      patch_test: '做过，耳后，记录为通过',
      outcome: 'same',
    },
  },
  { min: 2.2, by: 'quality', keeps: ['settings', 'consult'] },
]
