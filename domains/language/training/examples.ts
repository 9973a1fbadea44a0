import { readdirSync, readFileSync } from 'node:fs'
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

/** A text to learn from: `wanted` by place in OUTPUTS, 1, 0 or −1 for unknown. `aside`: kept for measuring. */
export type Example = {
  line: Line
  file: string
  wanted: Int8Array
  times: number
  share: 'learn' | 'settle' | 'aside'
}

export const readLines = (path: string): Line[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as Line)

/** Our own texts for measuring only: other words, by hand. */
export const CHECK = 'check.jsonl'

/** All texts with their labels; `licensedOnly` leaves out the files whose licence isn't known. */
export function gatherExamples(data: string, own: string, licensedOnly: boolean): Example[] {
  const open = files.files.filter(({ licence }) => !licensedOnly || licence === 'MIT')
  const examples = open.flatMap(({ file, mood, times }) =>
    readLines(join(data, `${file}.jsonl`)).map((line) => ({
      line,
      file,
      wanted: wantedOf(line, file, mood),
      times,
      share: shareOf(line.id ?? line.text),
    })),
  )
  const ours = readdirSync(own)
    .filter((name) => name.endsWith('.jsonl') && name !== CHECK)
    .toSorted()
    .flatMap((name) => readLines(join(own, name)))
    .filter((line) => line.text.trim())
  return [
    ...examples,
    ...ours.map((line) => ({
      line,
      file: 'own',
      wanted: wantedOf(line, 'own'),
      times: files.ownTexts.times,
      share: shareOf(line.text),
    })),
  ]
}

/** A fifth is kept aside, a tenth of the rest settles the mixture; by a hash, so that a line keeps its place when others come. */
export function shareOf(id: string): Example['share'] {
  let mixed = 2_166_136_261
  for (let i = 0; i < id.length; i += 1) mixed = Math.imul(mixed ^ id.charCodeAt(i), 16_777_619)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 0
  if (mixed % 5 === 0) return 'aside'
  return (mixed >>> 8) % 10 === 0 ? 'settle' : 'learn'
}

function wantedOf(line: Line, file: string, mood?: string): Int8Array {
  const wanted = new Int8Array(OUTPUTS.length).fill(-1)
  const put = (name: string, yes: boolean) => {
    wanted[outputAt.get(name)!] = yes ? 1 : 0
  }
  const sound = soundOf(line)
  if (mood && sound !== undefined) {
    put(`mood.${mood}`, sound)
    put('mood.any', sound)
    for (const name of MOODS) put(`line.${name}`, name === mood)
  }
  if (line.food_safety_related !== undefined) put('safety', Boolean(line.food_safety_related))
  if (line.aspects && !Array.isArray(line.aspects))
    for (const name of DINING_ASPECTS) put(`dining.${name}`, line.aspects[name] !== -2)
  if (line.category_polarity) {
    const named = new Set(line.category_polarity.map(([category]) => category))
    for (const name of BEAUTY_ASPECTS) put(`beauty.${name}`, named.has(name))
  }
  const kind = file === 'own' ? [line.kind ?? []].flat()[0] : undefined
  if (kind) for (const name of KINDS) put(`kind.${name}`, name === kind)
  const severity = [line.severity ?? 0].flat()[0] ?? 0
  if (file === 'own' && severity > 0)
    for (const level of SEVERITIES) put(`severity.${level}`, level === severity)
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
