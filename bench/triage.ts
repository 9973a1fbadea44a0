import { join } from 'node:path'
import type { Playbook } from '../contracts/playbook.ts'
import { readLabelledLines, readText } from '../domains/language/index.ts'
import { readPack } from '../domains/playbook/index.ts'
import { type Heard, readByRules } from '../domains/tickets/triage/classify.ts'
import { judge } from '../domains/tickets/triage/judge.ts'
import { SURE_FROM } from '../domains/tickets/triage/kept.ts'
import { readLater } from '../domains/tickets/triage/later-words.ts'
import { round } from './measure.ts'

const TEXTS = join(import.meta.dirname, '..', 'domains', 'language', 'texts')
const PACKS = ['milk_tea', 'takeaway', 'restaurant', 'beauty', 'general']
const LEVELS = [0, 1, 2, 3, 4]

type Said = { kind: string; severity: number; sure: number | null }
type Line = { text: string; kind: string[]; severity: number[] }

/**
 * Triage on texts that nothing has learnt from: the playbook's words alone, the model alone, and both as the program judges. The words are those of
 * all five packs in turn, because the texts name no industry. Texts that are nothing the business could use are left out: a ticket is one of five kinds.
 * The talk also as it is heard on a ticket that is open already, with all of its texts.
 */
export function measureTriage() {
  const talk = linesOf('check-talk')
  return {
    ...named('check', threeWays(linesOf('check').filter(isOfUse))),
    ...named('talk', threeWays(talk.filter(isOfUse))),
    'talk, heard later': later(talk),
    ...heardCounts(),
  }
}

const packs = PACKS.map((key) => readPack(key) as Playbook)
const isOfUse = ({ kind }: Line) => kind.some((one) => one !== 'other')
const named = (file: string, figures: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(figures).map(([way, one]) => [`${file}, ${way}`, one]))

const linesOf = (file: string): Line[] =>
  readLabelledLines(join(TEXTS, `${file}.jsonl`)).map(({ text, kind, severity }) => ({
    text,
    kind: [kind ?? []].flat(),
    severity: [severity ?? 0].flat(),
  }))

function threeWays(lines: readonly Line[]) {
  const byPack = (read: (playbook: Playbook, text: string) => Said) =>
    measured(packs.flatMap((pack) => lines.map((line) => ({ line, said: read(pack, line.text) }))))
  return {
    rules: byPack((pack, text) => {
      const { judgement } = readByRules(pack, { text, channel: 'qr' })
      return { kind: judgement.kind, severity: judgement.severity, sure: null }
    }),
    model: byPack((_, text) => {
      const { kind, severity } = readText(text)
      return { kind: kind.value, severity: severity.value, sure: kind.probability }
    }),
    both: byPack((pack, text) => judge(pack, { text, channel: 'qr' }, { read: readText })),
  }
}

/** What pieces of talk do to a ticket that is open: by pack, of those that are danger and of those that are none. */
function later(lines: readonly Line[]) {
  const isDanger = ({ kind }: Line) => kind.includes('emergency')
  return Object.fromEntries(
    packs.map((pack, n) => {
      const heard = lines.map((line) => ({
        line,
        said: readLater(pack, { text: line.text, channel: 'chat' }, { read: readText }),
      }))
      const danger = heard.filter(({ line }) => isDanger(line))
      const none = heard.filter(({ line }) => !isDanger(line))
      const raised = (some: typeof heard) => some.filter(({ said }) => said?.kind === 'emergency')
      const calls = (some: typeof heard) => raised(some).filter(({ said }) => said?.priority === 'P1')
      const told = `${raised(danger).length} of ${danger.length} dangers heard, ${calls(danger).length} call; of ${none.length} others ${raised(none).length} heard as one, ${calls(none).length} call`
      return [PACKS[n], told]
    }),
  )
}

function measured(all: { line: Line; said: Said }[]) {
  const share = (some: typeof all, of: typeof all) => round((some.length / (of.length || 1)) * 100, 1)
  const right = (some: typeof all) => some.filter(({ line, said }) => line.kind.includes(said.kind))
  const danger = all.filter(({ line }) => line.kind.includes('emergency'))
  const harmless = all.filter(({ line }) => !line.kind.includes('emergency'))
  const called = ({ said }: { said: Said }) => said.kind === 'emergency'
  const sure = all.filter(({ said }) => (said.sure ?? 1) >= SURE_FROM)
  const unsure = all.filter(({ said }) => (said.sure ?? 1) < SURE_FROM)
  return {
    'kind right, %': share(right(all), all),
    'emergencies found, %': share(danger.filter(called), danger),
    'called one falsely, %': share(harmless.filter(called), harmless),
    'severity kappa, %': round(kappa(all) * 100, 1),
    'sure, % of texts': share(sure, all),
    'right when sure, %': share(right(sure), sure),
    'right when unsure, %': share(right(unsure), unsure),
  }
}

/** Weighted by the square of the distance; of several accepted levels the nearest. */
function kappa(all: { line: Line; said: Said }[]): number {
  const pairs = all.map(({ line, said }) => ({
    said: said.severity,
    wanted: line.severity.toSorted((a, b) => Math.abs(a - said.severity) - Math.abs(b - said.severity))[0]!,
  }))
  const share = (of: 'said' | 'wanted', level: number) =>
    pairs.filter((pair) => pair[of] === level).length / pairs.length
  const seen = pairs.reduce((sum, { said, wanted }) => sum + (said - wanted) ** 2, 0) / pairs.length
  const chance = LEVELS.flatMap((a) =>
    LEVELS.map((b) => share('said', a) * share('wanted', b) * (a - b) ** 2),
  )
  return 1 - seen / chance.reduce((sum, one) => sum + one, 0)
}

/** How often the rules hear what, by what it is: the counts that stand in domains/tickets/triage/reliability.json. Of the texts whose trade is named. */
function heardCounts() {
  const counts = new Map<string, Map<Heard, number>>()
  for (const key of [...PACKS, 'other']) {
    const pack = readPack(key === 'other' ? 'takeaway' : key) as Playbook
    const file = `${key.replace('_', '-')}.jsonl`
    for (const { text, kind } of readLabelledLines(join(TEXTS, file))) {
      const row = counts.get(String(kind)) ?? new Map<Heard, number>()
      const { heard } = readByRules(pack, { text, channel: 'qr' })
      row.set(heard, (row.get(heard) ?? 0) + 1)
      counts.set(String(kind), row)
    }
  }
  return Object.fromEntries([...counts].map(([kind, row]) => [`heard in ${kind}`, Object.fromEntries(row)]))
}
