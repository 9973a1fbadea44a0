import type { Playbook } from '#contracts/playbook'
import { addEvidence, propose, saveInvestigation } from '#domains/tickets'
import type { Ctx } from '#platform/context'
import { seededRandom } from './timing.ts'

type Cause = Playbook['causes'][number]

/** What is done about a cause, by where it lies. */
const MEASURES: Record<Cause['group'], string[]> = {
  people: ['当班店长带着重新做一遍，三天内抽查两次', '新人由老员工带满一周，考过再独立上岗'],
  equipment: ['设备报修，修好前停用；每班开机前先检查一次', '加进每周保养清单，由值班店长签字'],
  material: ['同一批停用退回，验收时多查一项', '开封后写明时间，超时直接报废'],
  method: ['操作单补上这一步，班前会讲一遍', '改成两个人核对后再交给顾客'],
  surroundings: ['高峰时段加一个人手，忙的时候先告诉顾客要等多久', '调整动线，把容易出错的两步分开'],
  partner: ['和合作方对账追责，再有一次就换', '交接时当面核对，少一样当场补'],
  customer: ['下单页把这一条写得更明显', '点单时多问一句，听清楚再做'],
  unknown: ['先按最可能的原因改，两周后看同类反馈有没有少'],
}
const WHYS = ['顾客说的情况属实，当班记录对得上', '出错的那一步没有人复核']
const RECORDS: Partial<Record<string, 'treatment' | 'kitchen'>> = { beauty: 'treatment' }

type Told = {
  ticketId: string
  /** The customer's words: the same ticket gets the same cause on every machine. */
  text: string
  pack: string
  priority: string
  kind: string
  causes: readonly Cause[]
  staff: Ctx
}

/** Before a grave ticket is settled, somebody has written down why it happened and what changes. */
export async function giveFacts({
  ticketId,
  text,
  pack,
  priority,
  kind,
  causes,
  staff,
}: Told): Promise<void> {
  const grave = kind === 'emergency' || (kind === 'complaint' && ['P1', 'P2'].includes(priority))
  if (!(grave || (kind === 'complaint' && pack === 'beauty' && priority === 'P3')) || !causes.length) return
  const random = seededRandom([...text].reduce((sum, c) => sum * 31 + c.codePointAt(0)!, 11))
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const cause = pick(causes.filter((c) => c.group !== 'unknown'))
  if (kind === 'emergency')
    await addEvidence(staff, ticketId, {
      kind: RECORDS[pack] ?? 'kitchen',
      title: '当班记录',
      details: '和顾客说的时间对得上，已经封存。',
      reference: '',
      photos: [],
    })
  await saveInvestigation(staff, ticketId, {
    whys: WHYS,
    cause: cause.key,
    causeNote: '',
    measure: pick(MEASURES[cause.group]),
    conclusion: '',
    seenAt: null,
  })
}

/** Content without ever having been offered anything: what was done is said once more, so that the answer has something to stand on. */
export function sayWhatWasDone(staff: Ctx, ticketId: string): Promise<void> {
  return propose(staff, ticketId, { text: '前面说的都已经办好了，您看这样可以吗？' })
}
