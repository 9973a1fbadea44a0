import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { CreateRobot, Robot, RobotKind, SaveRobot, TestResult } from '#contracts/notify'
import { findRegions, findShops } from '#domains/people'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { isRefusedHost } from '#platform/http/refused-address'
import { sentence } from '#platform/locale'
import { notifyErrors } from '../errors.ts'
import { renewWanted } from '../hear/wanted.ts'
import { healthOf, viewHealth } from '../send/health.ts'
import { asSendFault } from '../send/send-fault.ts'
import * as data from './robot-data.ts'
import { ROBOTS } from './robot-kind.ts'
import { secretsOf } from './robot-secrets.ts'

const MOST_ROBOTS = 100
const TAIL = 4

export function listRobots(ctx: Ctx): Promise<Robot[]> {
  return ctx.transaction(async (tx) => (await data.readRobots(tx)).map((row) => view(ctx, row)))
}

/** Errors: notify.robotAddress when the address is no robot's of this service; notify.addressRefused; notify.unknownPlace. */
export function createRobot(ctx: Ctx, input: z.infer<typeof CreateRobot>): Promise<Robot> {
  return ctx.transaction(async (tx) => {
    refuseAddress(input.kind, input.address)
    await refusePlace(tx, input)
    if ((await data.readRobots(tx)).length >= MOST_ROBOTS) throw notifyErrors.tooMany()
    const id = uuidv7()
    const { address, secret, kind, name, groups, mention } = input
    await data.insertRobot(tx, {
      brand_id: ctx.actor.brandId,
      id,
      kind,
      name,
      groups,
      mention,
      region_id: input.regionId,
      shop_id: input.shopId,
      secrets_enc: seal(ctx, { address, secret }),
      locale: ctx.locale,
      created_at: ctx.now(),
    })
    return changed(tx, ctx, id, 'notify.createRobot')
  })
}

/** Errors: notify.notFound, notify.robotAddress, notify.addressRefused, notify.unknownPlace; notify.secretAgain when another host would get the old secret's signatures. */
export function saveRobot(ctx: Ctx, id: string, input: z.infer<typeof SaveRobot>): Promise<Robot> {
  return ctx.transaction(async (tx) => {
    const row = await found(tx, id)
    if (input.address) refuseAddress(row.kind as RobotKind, input.address)
    await refusePlace(tx, input)
    const before = secretsOf(ctx, row)
    const moved = input.address && new URL(input.address).origin !== new URL(before.address).origin
    if (moved && before.secret && input.secret === undefined) throw notifyErrors.secretAgain({}, 'secret')
    const secrets = { address: input.address ?? before.address, secret: input.secret ?? before.secret }
    await data.updateRobot(tx, id, {
      name: input.name,
      groups: input.groups,
      mention: input.mention,
      on: input.on,
      region_id: input.regionId,
      shop_id: input.shopId,
      secrets_enc: seal(ctx, secrets),
    })
    return changed(tx, ctx, id, 'notify.saveRobot')
  })
}

export function removeRobot(ctx: Ctx, id: string): Promise<void> {
  return ctx.transaction(async (tx) => {
    const row = await data.deleteRobot(tx, id)
    if (!row) throw notifyErrors.notFound()
    await renewWanted(tx, ctx)
    await audit(tx, ctx, {
      action: 'notify.removeRobot',
      subjectKind: 'robot',
      subjectId: id,
      subject: row.name,
    })
  })
}

/** Sends one message to the group and says what is wrong if it does not get there. It takes a place of the minute, as any message. */
export async function testRobot(ctx: Ctx, id: string): Promise<TestResult> {
  const row = await ctx.transaction((tx) => found(tx, id))
  const service = ROBOTS[row.kind as RobotKind]
  const text = sentence(ctx.locale, 'notify', 'text.robotTest', { name: row.name })
  const { given } = await ctx.transaction((tx) =>
    data.takePlaces(tx, id, { wanted: () => 1, perMinute: service.perMinute, now: ctx.now() }),
  )
  if (!given) return { ok: false, fault: 'quota', data: {} }
  const fault = await service
    .send(secretsOf(ctx, row), { text, mentions: [] }, ctx.now())
    .then(() => undefined, asSendFault)
  await ctx.transaction((tx) => data.saveHealth(tx, id, healthOf(ctx, fault), null))
  return { ok: !fault, fault: fault?.code ?? '', data: fault?.data ?? {} }
}

async function found(tx: Tx, id: string): Promise<data.RobotRow> {
  const row = await data.findRobot(tx, id)
  if (!row) throw notifyErrors.notFound()
  return row
}

async function changed(tx: Tx, ctx: Ctx, id: string, action: string): Promise<Robot> {
  const row = await found(tx, id)
  await renewWanted(tx, ctx)
  const about = { kind: row.kind, groups: row.groups, on: row.on }
  await audit(tx, ctx, { action, subjectKind: 'robot', subjectId: id, subject: row.name, data: about })
  return view(ctx, row)
}

function seal(ctx: Ctx, secrets: { address: string; secret: string }): Buffer {
  return ctx.keys.seal(ctx.actor.brandId, JSON.stringify(secrets))!
}

function refuseAddress(kind: RobotKind, address: string): void {
  const url = new URL(address)
  if (!ROBOTS[kind].fits(url)) throw notifyErrors.robotAddress({}, 'address')
  if (isRefusedHost(url.hostname)) throw notifyErrors.addressRefused({}, 'address')
}

async function refusePlace(tx: Tx, { regionId, shopId }: { regionId: string | null; shopId: string | null }) {
  if (regionId && shopId) throw notifyErrors.unknownPlace({}, 'shopId')
  if (regionId && !(await findRegions(tx)).some((r) => r.id === regionId))
    throw notifyErrors.unknownPlace({}, 'regionId')
  if (shopId && !(await findShops(tx, [shopId])).has(shopId)) throw notifyErrors.unknownPlace({}, 'shopId')
}

function view(ctx: Ctx, row: data.RobotRow): Robot {
  const { address, secret } = secretsOf(ctx, row)
  return {
    id: row.id,
    kind: row.kind as RobotKind,
    name: row.name,
    address: `${new URL(address).host}/…${address.slice(-TAIL)}`,
    signed: secret !== '',
    regionId: row.region_id,
    shopId: row.shop_id,
    groups: row.groups as Robot['groups'],
    mention: row.mention,
    on: row.on,
    health: viewHealth(row.health),
  }
}
