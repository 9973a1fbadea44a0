import type { z } from 'zod'
import type { PlaybookDocument, PlaybookInForce, TradePlans } from '#contracts/playbook/versions'
import type { Ctx } from '#platform/context'
import { readPack } from '../document/packs.ts'
import { taiwanWords } from '../document/taiwan-words.ts'
import { say } from '../document/text.ts'
import { playbookErrors } from '../errors.ts'
import { playbookVersion } from './in-force.ts'
import { countTickets } from './ticket-count.ts'
import * as data from './version-data.ts'
import { type VersionView, viewDocument, viewVersion } from './version-view.ts'

/** The version in force with its document. Errors: playbook.notPublished. */
export function readCurrent(ctx: Ctx): Promise<z.infer<typeof PlaybookInForce>> {
  return ctx.transaction(async (tx) => {
    const row = await data.readPublished(tx)
    if (!row) throw playbookErrors.notPublished()
    const version = viewVersion(row, await countTickets(tx, [row.id]))
    const document = (await playbookVersion(tx, row.id)).playbook
    return { version, document, taiwan: taiwanWords(document, ctx.locale) }
  })
}

/**
 * The emergency plans of the brand's trade, to begin from; each names only risks that the playbook in force has.
 * Errors: playbook.notPublished, playbook.packMissing.
 */
export function readTradePlans(ctx: Ctx): Promise<z.infer<typeof TradePlans>> {
  return ctx.transaction(async (tx) => {
    const row = await data.readPublished(tx)
    if (!row) throw playbookErrors.notPublished()
    const { industry, risks } = (await playbookVersion(tx, row.id)).playbook
    const pack = readPack(industry)
    if (!pack) throw playbookErrors.packMissing({ pack: industry })
    const known = new Set(risks.map((risk) => risk.key))
    const ofBrand = (keys: readonly string[]) => keys.filter((risk) => known.has(risk))
    const plans = pack.emergencies.map((plan) => ({
      ...plan,
      risks: ofBrand(plan.risks),
      grades: plan.grades.map(({ from, ...grade }) => ({
        ...grade,
        ...(from ? { from: { ...from, risks: ofBrand(from.risks) } } : {}),
      })),
    }))
    return { pack: say(pack.name, ctx.locale), plans, taiwan: taiwanWords(plans, ctx.locale) }
  })
}

export function listVersions(ctx: Ctx): Promise<VersionView[]> {
  return ctx.transaction(async (tx) => {
    const rows = await data.readVersions(tx)
    const tickets = await countTickets(
      tx,
      rows.map((row) => row.id),
    )
    return rows.map((row) => viewVersion(row, tickets))
  })
}

/** A published or retired version; a draft has its own address. Errors: playbook.versionNotFound. */
export function readOneVersion(ctx: Ctx, id: string): Promise<z.infer<typeof PlaybookDocument>> {
  return ctx.transaction(async (tx) => {
    const row = await data.readVersion(tx, id)
    if (!row) throw playbookErrors.versionNotFound()
    const view = viewDocument(row, await countTickets(tx, [row.id]))
    return { ...view, taiwan: taiwanWords(view.document, ctx.locale) }
  })
}
