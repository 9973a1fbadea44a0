import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { CustomerPage } from '#contracts/customers/file'
import {
  COUNTED_UP_TO,
  type MembersQuery,
  type SaveSegment,
  type Segment,
  type SegmentCount,
  type SegmentList,
  type SegmentPreview,
  type SegmentRule,
} from '#contracts/customers/segments'
import { findRegions, findShops, findShopsByRegion } from '#domains/people'
import { playbookInForce } from '#domains/playbook'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { httpErrors } from '#platform/errors'
import { covers, scopeOf } from '#platform/permissions'
import { customerErrors } from '../errors.ts'
import { viewRows } from '../file/list-customers.ts'
import type { Meant } from './rule-data.ts'
import * as data from './segment-data.ts'

/** A live count that takes longer is no longer live; the screen asks to say less. */
const COUNT_MS = 5000
export const PAGE_MS = 30_000
const EXAMPLES = 5
const TOO_LONG = '57014'

/** Everything that the page of segments shows, the counts apart: each of them may take its second. */
export function listSegments(ctx: Ctx): Promise<SegmentList> {
  wholeBrand(ctx, 'customers.readSegments')
  return ctx.reading(async (tx) => {
    const [segments, byRegion, regions, inForce] = await Promise.all([
      data.listSegments(tx),
      findShopsByRegion(tx),
      findRegions(tx),
      playbookInForce(tx),
    ])
    const shops = await findShops(tx, [...byRegion.values()].flat())
    return {
      segments: segments.map(viewSegment),
      shops: [...shops.values()]
        .map(({ id, name }) => ({ id, name }))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'zh')),
      regions,
      currency: inForce.playbook.compensation.currency,
    }
  })
}

/** How many customers a rule means now, and some of them for whoever may read customers. */
export async function previewSegment(ctx: Ctx, rule: SegmentRule): Promise<SegmentPreview> {
  wholeBrand(ctx, 'customers.readSegments')
  const counted = await countRule(ctx, rule)
  if (!counted.count || !readsMembers(ctx)) return { ...counted, examples: [] }
  const examples = await inTime(ctx, COUNT_MS, async (tx) => {
    const rows = await data.pageOfHeads(tx, rule, await meantBy(tx, ctx), null, EXAMPLES)
    return viewRows(tx, ctx, rows)
  })
  return { ...counted, examples: examples ?? [] }
}

/** Shape: `count` null when it took too long. */
export async function countRule(ctx: Ctx, rule: SegmentRule): Promise<SegmentCount> {
  const n = await inTime(ctx, COUNT_MS, async (tx) =>
    data.countHeads(tx, rule, await meantBy(tx, ctx), COUNTED_UP_TO + 1),
  )
  return n === null
    ? { count: null, more: false }
    : { count: Math.min(n, COUNTED_UP_TO), more: n > COUNTED_UP_TO }
}

/** Errors: customers.segmentUnknown. */
export async function countSegment(ctx: Ctx, id: string): Promise<SegmentCount> {
  const segment = await ctx.reading((tx) => data.findSegment(tx, id))
  if (!segment) throw customerErrors.segmentUnknown()
  wholeBrand(ctx, 'customers.readSegments')
  return countRule(ctx, segment.rule)
}

/**
 * The next members of a segment as it means them now, heads of files only, in the order of their ids. For rooms that write to them (care, surveys).
 * Shape: `after` is the last id of the page before; an unknown segment has none.
 */
export async function segmentMembers(
  tx: Tx,
  ctx: Ctx,
  id: string,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const segment = await data.findSegment(tx, id)
  if (!segment) return []
  await data.allowMs(tx, PAGE_MS)
  const rows = await data.pageOfHeads(tx, segment.rule, await meantBy(tx, ctx), after, limit)
  return rows.map((row) => row.id)
}

/** The people of a segment, masked. Errors: customers.segmentUnknown, customers.segmentSlow. */
export async function listMembers(
  ctx: Ctx,
  id: string,
  { cursor, limit }: z.infer<typeof MembersQuery>,
): Promise<z.infer<typeof CustomerPage>> {
  const page = await inTime(ctx, PAGE_MS, async (tx) => {
    const segment = await data.findSegment(tx, id)
    if (!segment) throw customerErrors.segmentUnknown()
    wholeBrand(ctx, 'customers.readMembers')
    const found = await data.pageOfHeads(
      tx,
      segment.rule,
      await meantBy(tx, ctx),
      cursorId(cursor),
      limit + 1,
    )
    const rows = found.slice(0, limit)
    return {
      rows: await viewRows(tx, ctx, rows),
      next: found.length > limit ? rows.at(-1)!.id : null,
    }
  })
  if (!page) throw customerErrors.segmentSlow()
  return page
}

/** Errors: customers.segmentNameTaken, customers.segmentsFull. */
export function createSegment(ctx: Ctx, input: SaveSegment): Promise<Segment> {
  wholeBrand(ctx, 'customers.manageSegments')
  return ctx.transaction(async (tx) => {
    if ((await data.countSegments(tx)) >= data.MOST_SEGMENTS)
      throw customerErrors.segmentsFull({ most: data.MOST_SEGMENTS })
    const row: data.SegmentRow = {
      brand_id: ctx.actor.brandId,
      id: uuidv7(),
      ...input,
      by_name: ctx.actor.kind === 'staff' ? ctx.actor.name : '',
      created_at: ctx.now(),
      updated_at: ctx.now(),
      archived_at: null,
    }
    if (!(await data.insertSegment(tx, row))) throw customerErrors.segmentNameTaken({}, 'name')
    await noted(tx, ctx, 'customers.segmentCreated', row, { rule: row.rule })
    return viewSegment(row)
  })
}

/** The rule of before stands in the audit trail. Errors: customers.segmentUnknown, customers.segmentNameTaken. */
export function changeSegment(ctx: Ctx, id: string, input: SaveSegment): Promise<Segment> {
  return ctx.transaction(async (tx) => {
    const before = await data.findSegment(tx, id, true)
    if (!before) throw customerErrors.segmentUnknown()
    wholeBrand(ctx, 'customers.manageSegments')
    if (await data.nameTaken(tx, input.name, id)) throw customerErrors.segmentNameTaken({}, 'name')
    const set = { ...input, by_name: staffOf(ctx).name, updated_at: ctx.now() }
    await data.updateSegment(tx, id, set)
    const { name, description, rule } = before
    await noted(
      tx,
      ctx,
      'customers.segmentChanged',
      { ...before, ...set },
      {
        rule: input.rule,
        before: { name, description, rule },
      },
    )
    return viewSegment({ ...before, ...set })
  })
}

/** Whoever used it keeps nothing of it: its name is free again. Errors: customers.segmentUnknown. */
export function removeSegment(ctx: Ctx, id: string): Promise<void> {
  return ctx.transaction(async (tx) => {
    const segment = await data.findSegment(tx, id, true)
    if (!segment) throw customerErrors.segmentUnknown()
    wholeBrand(ctx, 'customers.manageSegments')
    await data.updateSegment(tx, id, { archived_at: ctx.now() })
    await noted(tx, ctx, 'customers.segmentRemoved', segment, { rule: segment.rule })
  })
}

/** A segment is of the whole brand, and so is a count of it. */
export function wholeBrand(ctx: Ctx, action: string): void {
  if (!covers(scopeOf(ctx.actor, action), { shopId: null })) throw httpErrors.notAllowed({ action })
}

const readsMembers = (ctx: Ctx) => covers(scopeOf(ctx.actor, 'customers.readMembers'), { shopId: null })

export async function meantBy(tx: Tx, ctx: Ctx): Promise<Meant> {
  return { now: ctx.now(), regions: await findShopsByRegion(tx) }
}

/** Null when the database was stopped at the limit. */
export async function inTime<T>(ctx: Ctx, ms: number, work: (tx: Tx) => Promise<T>): Promise<T | null> {
  try {
    return await ctx.reading(async (tx) => {
      await data.allowMs(tx, ms)
      return work(tx)
    })
  } catch (error) {
    if ((error as { code?: string }).code === TOO_LONG) return null
    throw error
  }
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const cursorId = (cursor: string | undefined) => (cursor && ID.test(cursor) ? cursor : null)

function viewSegment(row: data.SegmentRow): Segment {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    rule: row.rule,
    by: row.by_name,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

async function noted(
  tx: Tx,
  ctx: Ctx,
  action: string,
  segment: data.SegmentRow,
  facts: Record<string, unknown>,
): Promise<void> {
  await audit(tx, ctx, {
    action,
    subjectKind: 'segment',
    subjectId: segment.id,
    subject: segment.name,
    data: facts,
  })
}
