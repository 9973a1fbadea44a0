import type { DrillScore } from '#contracts/incidents'
import type { Locale } from '#contracts/kit'
import { sentence } from '#platform/locale'

/** A score as it is kept: numbers, so that every reader has it in the own words. */
export type KeptLine = {
  key: DrillScore['lines'][number]['key']
  points: number
  most: number
  wanted: Record<string, number>
  reached: Record<string, number>
}

export function viewDrillScore(kept: unknown, locale: Locale): DrillScore | null {
  const lines = kept as KeptLine[] | null
  if (!lines) return null
  return {
    ...sumOf(lines)!,
    lines: lines.map(({ key, points, most, wanted, reached }) => ({
      key,
      points,
      most,
      wanted: sentence(locale, 'incidents-server', `score.${key}.wanted`, wanted),
      reached: sentence(locale, 'incidents-server', `score.${key}.reached`, reached),
    })),
  }
}

/** All points of a score as it is kept; null as long as there is none. */
export function sumOf(kept: unknown): { points: number; most: number } | null {
  const lines = kept as KeptLine[] | null
  if (!lines) return null
  return {
    points: lines.reduce((sum, line) => sum + line.points, 0),
    most: lines.reduce((sum, line) => sum + line.most, 0),
  }
}
