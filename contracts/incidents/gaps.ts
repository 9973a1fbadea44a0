import type { StatementAudience } from '../playbook/emergency.ts'

const GAPS = [
  // As the plan's texts mark what the room does not know yet: [产品].
  /\[[^\]\n]+\]|［[^］\n]+］|\{\{[^}\n]+\}\}/,
  // As people mark it: 【待补】, （待定）, ____.
  /【\s*(?:待|未填|请填|請填|填写|填寫|TBD|TODO)[^】\n]*】|[（(]\s*(?:待[补補填定查核确確]|未填|请填|請填|TBD)[^）)\n]*[）)]|[_＿]{2,}/i,
]
const GAP = new RegExp(GAPS.map(({ source }) => source).join('|'), 'gi')

/** What a text leaves to be filled in, each place once, as it stands there. */
export const gapsIn = (text: string): string[] => [...new Set(text.match(GAP))]

/** The gap that says how customers reach the brand, as the offered texts mark it. */
export const isContactGap = (gap: string): boolean => /^\[(联系方式|聯絡方式|聯繫方式|contact)\]$/i.test(gap)

/** Whoever is not of the house and reads it once reads it for good; an authority may be told in time what is not known yet. */
export const mustBeWhole = (audience: StatementAudience): boolean =>
  audience !== 'staff' && audience !== 'authority'
