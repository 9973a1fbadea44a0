import { gapsIn } from '#contracts/incidents/gaps'
import type { Ctx } from '#platform/context'
import { sentence } from '#platform/locale'
import { incidentErrors } from '../errors.ts'

/** Errors: incidents.gapsLeft with what these words to people outside leave to be filled in. */
export function refuseGaps(ctx: Ctx, texts: readonly string[]): void {
  const gaps = gapsIn(texts.join('\n'))
  if (gaps.length) throw incidentErrors.gapsLeft({ gaps: sayGaps(ctx, gaps) }, 'text')
}

export function sayGaps({ locale }: Ctx, gaps: readonly string[]): string {
  return gaps.join(sentence(locale, 'incidents-server', 'and'))
}
