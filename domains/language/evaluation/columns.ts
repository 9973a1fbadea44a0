import { readFileSync } from 'node:fs'
import type { Line } from '../training/examples.ts'

export type Task = 'sentiment' | 'food_safety' | 'dining_aspects' | 'beauty_aspects' | 'kind'

/** Which lines carry the labels of a task. */
export const isFor: Record<Task, (line: Line) => boolean> = {
  kind: ({ kind }) => kind !== undefined && [kind].flat().length > 0,
  food_safety: ({ food_safety_related }) => food_safety_related !== undefined,
  beauty_aspects: ({ category_polarity }) => category_polarity !== undefined,
  dining_aspects: ({ aspects }) => aspects !== undefined && !Array.isArray(aspects),
  sentiment: ({ label }) => label !== undefined,
}

/** Which task a file is for, by its columns; a line may lack some. */
export function taskOf(lines: readonly Line[]): Task {
  if (lines.length === 0) throw new Error('there is no line to measure')
  const found = (Object.keys(isFor) as Task[]).find((task) => lines.some(isFor[task]))
  if (found) return found
  throw new Error(
    'no task is known by these columns: kind (and severity), food_safety_related, category_polarity, aspects by name, or label (or sentiment)',
  )
}

/**
 * The lines of a labelled JSON Lines file, as they come from other programs too: a byte order mark, other line ends, empty lines, numbers and yes or no as words.
 * Errors: the number of the line that is no JSON object or has no text.
 */
export function readLabelledLines(path: string): Line[] {
  return readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .flatMap((line, place) => (line.trim() ? [lineOf(line, `${path}, line ${place + 1}`)] : []))
}

type Raw = Record<string, unknown>

function lineOf(line: string, where: string): Line {
  const raw = parsed(line, where)
  const { text, label, sentiment, food_safety_related: related, category_polarity: opinions } = raw
  if (typeof text !== 'string') throw new Error(`${where}: there is no text`)
  const { label: _, food_safety_related: __, category_polarity: ___, ...rest } = withoutNulls(raw)
  const sound = numberOf(label) ?? SOUNDS[String(sentiment)]
  return {
    ...rest,
    text,
    ...(sound === undefined ? {} : { label: sound }),
    ...(related == null ? {} : { food_safety_related: !NOS.has(String(related).toLowerCase()) }),
    ...(opinions == null ? {} : { category_polarity: pairsOf(opinions) }),
  }
}

const SOUNDS: Record<string, number> = { positive: 1, negative: 0 }
const NOS = new Set(['false', '0', 'no', ''])

function parsed(line: string, where: string): Raw {
  let raw: unknown
  try {
    raw = JSON.parse(line)
  } catch {
    throw new Error(`${where}: this is no JSON`)
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw new Error(`${where}: this is no JSON object`)
  return raw as Raw
}

const withoutNulls = (raw: Raw): Raw =>
  Object.fromEntries(Object.entries(raw).filter(([, value]) => value != null))

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

const pairsOf = (opinions: unknown): [string, string][] =>
  Array.isArray(opinions) ? opinions : (Object.entries(opinions as object) as [string, string][])
