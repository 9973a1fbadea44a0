import { z } from 'zod'
import type { Ctx } from '#platform/context'
import { sentence } from '#platform/locale'

/** What is wrong with a setting, for the person who typed it. */
export function settingProblem(ctx: Ctx, issue: z.core.$ZodIssue | undefined, value: unknown): string {
  const [key, values] = keyOf(issue, value)
  return sentence(ctx.locale, 'server', `setting.${key}`, values)
}

function keyOf(issue: z.core.$ZodIssue | undefined, value: unknown): [string, Record<string, string>?] {
  if (value === undefined || value === null || value === '') return ['missing']
  const words = typeof value === 'string'
  if (issue?.code === 'too_small') return [words ? 'tooShort' : 'tooSmall', { least: String(issue.minimum) }]
  if (issue?.code === 'too_big') return [words ? 'tooLong' : 'tooBig', { most: String(issue.maximum) }]
  return ['format']
}

/** The defaults of those settings that have one, whether or not the others are filled in yet. */
export function defaultsOf(settings: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(shapeOf(settings)).flatMap(([key, field]) => {
      const read = (field as z.ZodType).safeParse(undefined)
      return read.success && read.data !== undefined ? [[key, read.data]] : []
    }),
  )
}

/** The fields of a connector's settings, also below a transformation of the whole. */
function shapeOf(settings: unknown): Record<string, unknown> {
  if (settings instanceof z.ZodObject) return settings.shape
  return settings instanceof z.ZodPipe ? shapeOf(settings.in) : {}
}
