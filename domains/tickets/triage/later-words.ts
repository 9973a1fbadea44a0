import type { Kind, Playbook } from '#contracts/playbook'
import { type Judgement, readByRules, type TriageInput } from './classify.ts'
import { type Ears, judge } from './judge.ts'
import reliability from './reliability.json' with { type: 'json' }

/** What is said later, as far as it may make a ticket graver. */
export type LaterWords = Omit<Judgement, 'kind'> & {
  kind: 'emergency' | 'complaint'
  /** Keys of the playbook's risks; UNNAMED for a danger that is none of them. Empty unless an emergency. */
  dangers: string[]
}

/** A danger that the model hears and no risk of the playbook resembles. */
const UNNAMED = 'other'
/** A piece of a talk is often short and says nothing by itself: below this many signs the words of the playbook have to agree. */
const LONG_ENOUGH = 10

/** The dangers of a judgement as the alarm keeps them. */
export function dangersOf({ emergency, risks }: Pick<Judgement, 'emergency' | 'risks'>): string[] {
  if (!emergency) return []
  return risks.length ? risks : [UNNAMED]
}

/**
 * Reads what a customer says on a ticket that is open already: one reading, and null for what makes nothing graver.
 * Shape:  a word of danger counts as it does in a first message. What only the model hears has to be surer than there, because “好的”, “照片发你了” and
 *         “我已经打过电话了” are nothing that it has learnt from (docs/triage.md).
 */
export function readLater(playbook: Playbook, input: TriageInput, ears: Ears): LaterWords | null {
  const found = judge(playbook, input, ears)
  if (found.empty) return null
  if (found.emergency && isSure(found)) return { ...found, kind: 'emergency', dangers: dangersOf(found) }
  if (found.kind !== 'emergency' && found.kind !== 'complaint') return null
  return isBad(playbook, input, found)
    ? { ...found, kind: 'complaint', emergency: false, risks: [], dangers: [] }
    : null
}

/** Words of danger are; what the model alone hears is when it is as bad as can be, or hardly to be doubted. */
function isSure({ by, sure, read }: Judgement): boolean {
  if (by === 'rules' || sure === null) return true
  const level = (read?.severities ?? []).reduce((sum, p, place) => sum + p * (place + 1), 0)
  return sure >= (Math.round(level) >= WORST ? reliability.laterGraveFrom : reliability.laterEmergencyFrom)
}

const WORST = 4

/** The channel says so, or model and words agree, or a longer text leaves hardly a doubt. A danger that is too unsure for one is bad all the same. */
function isBad(playbook: Playbook, input: TriageInput, { kind, sure, read }: Judgement): boolean {
  if (input.sureKind) return input.sureKind === 'complaint'
  if (sure === null || !read) return false
  const bad = kind === 'emergency' ? read.kinds.emergency + read.kinds.complaint : sure
  if (bad >= reliability.laterComplaintFrom && [...input.text].length >= LONG_ENOUGH) return true
  return bad >= reliability.sureFrom && SPEAKS_AGAINST.includes(readByRules(playbook, input).heard as Kind)
}

const SPEAKS_AGAINST: readonly Kind[] = ['complaint', 'emergency']
