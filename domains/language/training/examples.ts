import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BEAUTY_ASPECTS, DINING_ASPECTS, KINDS, MOODS, OUTPUTS, outputAt, SEVERITIES } from '../outputs.ts'
import files from '../tables/files.json' with { type: 'json' }

/** A line of a labelled file; which fields it has tells the task. */
export type Line = {
  id?: string
  text: string
  cat?: string
  label?: number
  sentiment?: string
  food_safety_related?: boolean | number
  aspects?: Record<string, number> | { term: string; polarity: string }[]
  category_polarity?: [string, string][]
  triples?: { aspect: string; opinion: string; polarity: string }[]
  kind?: string | string[]
  severity?: number | number[]
}

/** Kinds and severities that a reader accepts for a text, the best first. */
export type Judged = { kind: string[]; severity: number[] }

/** A text to learn from: `wanted` by place in OUTPUTS, 1, 0 or −1 for unknown. `aside`: kept for measuring. `judged`: its kind, when somebody has read it for that. */
export type Example = {
  line: Line
  file: string
  wanted: Int8Array
  times: number
  share: 'learn' | 'aside'
  judged?: Judged
}

export const readLines = (path: string): Line[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as Line)

/** Our own texts for measuring only: other words, by hand. */
export const CHECKS = ['check', 'check-talk'] as const
const isCheck = (name: string) => CHECKS.some((check) => name === `${check}.jsonl`)
const UNLABELLED = 'unlabelled'
const OWN = 'own'
/** Given by the public file's own habits: our own texts, which have no id, leave them open. */
const BROAD = new Set<string>(['整体', '使用体验', '功效', '其他'])
const READ = 'read'

/** Files to learn from that this machine doesn't have; a licensed one that is missing stops the training when it is read. */
export function absentFiles(data: string): string[] {
  return [
    ...files.files.filter(({ licence }) => licence !== 'MIT').map(({ file }) => file),
    UNLABELLED,
  ].filter((file) => !existsSync(join(data, `${file}.jsonl`)))
}

/** All texts with their labels; `licensedOnly` leaves out the files whose licence isn't known, and what we labelled in them. */
export function gatherExamples(data: string, own: string, licensedOnly: boolean): Example[] {
  const open = files.files.filter(({ licence }) => !licensedOnly || licence === 'MIT')
  const labels = join(own, '..', 'labels')
  const kinds = readLabels<Judged>(join(labels, 'kinds.jsonl'))
  const examples = open.flatMap(({ file, mood, times }) =>
    readLines(join(data, `${file}.jsonl`)).map((line) =>
      exampleOf(line, file, times, line.id!, kinds.get(line.id!), mood),
    ),
  )
  const ours = readdirSync(own)
    .filter((name) => name.endsWith('.jsonl') && !isCheck(name))
    .toSorted()
    .flatMap((name) => readLines(join(own, name)))
    .filter((line) => line.text.trim())
  const unread = licensedOnly ? [] : readLines(join(data, `${UNLABELLED}.jsonl`))
  return [
    ...examples,
    ...unread
      .filter(({ id }) => kinds.has(id!))
      .map((line) => exampleOf(line, UNLABELLED, 1, line.id!, kinds.get(line.id!))),
    ...(licensedOnly ? [] : readByUs(data, labels)),
    ...ours.map((line) => {
      const mood = line.label === undefined ? undefined : 'takeaway'
      return exampleOf(line, OWN, files.ownTexts.times, line.text, judgedOf(line), mood)
    }),
  ]
}

/** Texts of the public files of which we have read more than their own labels say: aspects of restaurants; mood and food safety of takeaways. */
function readByUs(data: string, labels: string): Example[] {
  const dining = readLabels<Partial<Line>>(join(labels, 'dining.jsonl'))
  const takeaway = readLabels<Partial<Line>>(join(labels, 'takeaway.jsonl'))
  return [UNLABELLED, 'dianping2k'].flatMap((file) =>
    readLines(join(data, `${file}.jsonl`)).flatMap(({ id, text }) => {
      const label = dining.get(id!) ?? takeaway.get(id!)
      if (!label) return []
      const mood = takeaway.has(id!) ? 'takeaway' : undefined
      return [exampleOf({ id, text, ...label } as Line, READ, mood ? 2 : 1, id!, undefined, mood)]
    }),
  )
}

/** Whether somebody outside the house has labelled it, in the way that what is kept aside is labelled. */
export const byOthers = ({ file }: Example): boolean => file !== OWN && file !== READ

/** Texts without any label, for the neighbours of words. */
export function readUnlabelled(data: string): string[] {
  return readLines(join(data, `${UNLABELLED}.jsonl`)).map(({ text }) => text)
}

/** What we have read in public texts: labels by the text's id. */
function readLabels<T>(path: string): Map<string, T> {
  if (!existsSync(path)) return new Map()
  return new Map(readLines(path).map(({ id, text: _, ...label }) => [id!, label as T]))
}

function judgedOf({ kind, severity }: Line): Judged | undefined {
  return kind === undefined ? undefined : { kind: [kind].flat(), severity: [severity ?? 0].flat() }
}

function exampleOf(
  line: Line,
  file: string,
  times: number,
  id: string,
  judged?: Judged,
  mood?: string,
): Example {
  return {
    line,
    file,
    wanted: wantedOf(line, mood, judged),
    times,
    share: spread(id) % 5 === 0 ? 'aside' : 'learn',
    ...(judged ? { judged } : {}),
  }
}

/** A number that is the same for a line whatever other lines there are; a fifth is kept aside by it. */
export function spread(id: string): number {
  let mixed = 2_166_136_261
  for (let i = 0; i < id.length; i += 1) mixed = Math.imul(mixed ^ id.charCodeAt(i), 16_777_619)
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 0
}

function wantedOf(line: Line, mood?: string, judged?: Judged): Int8Array {
  const wanted = new Int8Array(OUTPUTS.length).fill(-1)
  const put = (name: string, yes: boolean) => {
    wanted[outputAt.get(name)!] = yes ? 1 : 0
  }
  const sound = soundOf(line)
  if (mood && sound !== undefined) {
    put('mood', sound)
    if (line.sentiment !== undefined) put('line.takeaway', mood === 'takeaway')
    put('line.goods', mood === 'goods')
    if ((MOODS as readonly string[]).includes(mood)) put(`mood.${mood}`, sound)
  }
  if (line.food_safety_related !== undefined) put('safety', Boolean(line.food_safety_related))
  if (line.aspects && !Array.isArray(line.aspects)) {
    put('line.goods', false)
    for (const name of DINING_ASPECTS) put(`dining.${name}`, (line.aspects[name] ?? -2) !== -2)
  }
  if (line.category_polarity) {
    put('line.goods', true)
    const named = new Set(line.category_polarity.map(([category]) => category))
    for (const name of BEAUTY_ASPECTS) if (line.id || !BROAD.has(name)) put(`beauty.${name}`, named.has(name))
  }
  if (judged) {
    for (const name of KINDS) put(`kind.${name}`, name === judged.kind[0])
    for (const level of SEVERITIES) put(`severity.${level}`, (judged.severity[0] ?? 0) >= level)
  }
  return wanted
}

/** Whether a text is content: its label, or what all that is marked in it has in common. */
function soundOf({ label, sentiment, triples, aspects }: Line): boolean | undefined {
  if (sentiment && label !== undefined) return label === 1
  const marks = triples ?? (Array.isArray(aspects) ? aspects : [])
  const said = new Set(marks.map(({ polarity }) => polarity))
  if (said.size !== 1 || said.has('Neutral')) return undefined
  return said.has('Positive')
}
