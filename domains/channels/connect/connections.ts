import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type {
  CheckResult,
  ConnectableKind,
  Connection,
  CreateChannel,
  SaveConnection,
} from '#contracts/channels/connect'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import { httpErrors } from '#platform/errors'
import { sentence } from '#platform/locale'
import { isDemo } from '../demo/is-demo.ts'
import { channelErrors } from '../errors.ts'
import { refusedField, secretsAskedAgain } from './address-rule.ts'
import { asFault } from './channel-fault.ts'
import * as data from './connection-data.ts'
import { channelFails, channelWorks } from './health.ts'
import { reachesBrand } from './reach.ts'
import { connectorOf, hasConnector } from './registry.ts'
import { defaultsOf, settingProblem } from './setting-words.ts'
import { maskSecret, secretsOf, splitSettings } from './settings.ts'
import { hookUrlOf, toolsFor } from './tools.ts'

const MOST_CHANNELS = 200

/** A new channel of a kind that is connected to a service; it hears and sends nothing until it is connected. Errors: channels.tooMany. */
export function createChannel(ctx: Ctx, input: z.infer<typeof CreateChannel>): Promise<Connection> {
  return ctx.transaction(async (tx) => {
    if (!reachesBrand(ctx)) throw httpErrors.notAllowed()
    if (!hasConnector(input.kind)) throw channelErrors.notFound()
    if ((await data.countChannels(tx)) >= MOST_CHANNELS) throw channelErrors.tooMany({ most: MOST_CHANNELS })
    const id = uuidv7()
    await data.insertConnection(tx, {
      brand_id: ctx.actor.brandId,
      id,
      kind: input.kind,
      key: `${input.kind}-${randomBytes(4).toString('hex')}`,
      name: input.name,
      hook: randomBytes(18).toString('base64url'),
      owner_id: staffOf(ctx).staffId,
      created_at: ctx.now(),
    })
    await audit(tx, ctx, {
      action: 'channels.create',
      subjectKind: 'channel',
      subjectId: id,
      subject: input.name,
      data: { kind: input.kind },
    })
    return viewOf(ctx, (await data.findConnection(tx, id))!)
  })
}

/** Errors: channels.notFound, also for a channel that needs no connection. */
export async function readConnection(ctx: Ctx, id: string): Promise<Connection> {
  return viewOf(ctx, await ctx.transaction(async (tx) => mustReach(ctx, await data.findConnection(tx, id))))
}

/**
 * Keeps settings; the channel is connected from the first save that satisfies its connector.
 * Errors: channels.notFound, channels.settingWrong with the field (a secret too, when the address at which it is used is another now), channels.demo.
 */
export function saveConnection(
  ctx: Ctx,
  id: string,
  input: z.infer<typeof SaveConnection>,
): Promise<Connection> {
  return ctx.transaction(async (tx) => {
    const row = mustReach(ctx, await data.findConnection(tx, id, true))
    if (isDemo(row)) throw channelErrors.demo()
    const connector = connectorOf(row.kind)
    const before = { settings: row.settings, secrets: secretsOf(ctx, row) }
    const { settings, secrets } = splitSettings(connector, before, input.settings)
    const given: Record<string, unknown> = { ...settings, ...secrets }
    const read = connector.settings.safeParse(given)
    if (!read.success) {
      const [issue] = read.error.issues
      const key = String(issue?.path[0] ?? '')
      throw channelErrors.settingWrong({ problem: settingProblem(ctx, issue, given[key]) }, key)
    }
    const refused = refusedField(connector, read.data)
    if (refused) throw wrong(ctx, 'refusedAddress', refused)
    const [asked] = secretsAskedAgain(connector, before, { read: read.data, given: input.settings })
    if (asked) throw wrong(ctx, 'secretAgain', asked)
    const connectedAt = row.connected_at ?? ctx.now()
    await data.saveSettings(tx, id, {
      settings,
      secrets_enc: ctx.keys.seal(row.brand_id, JSON.stringify(secrets)),
      connected_at: connectedAt,
    })
    if (newCredentials(connector, before, { settings, secrets })) await data.forgetTokens(tx, id)
    const polls = (connector.polls ?? []).map((p) => p.name)
    await data.startPolls(tx, row.brand_id, id, polls, ctx.now())
    await audit(tx, ctx, {
      action: 'channels.connect',
      subjectKind: 'channel',
      subjectId: id,
      subject: row.name,
      data: { kind: row.kind, changed: changedKeys(before, { settings, secrets }) },
    })
    return viewOf(ctx, (await data.findConnection(tx, id))!)
  })
}

/** "Test the connection": every step with what is wrong in plain words; the health line says the same afterwards. Errors: channels.notFound, channels.demo. */
export async function testConnection(ctx: Ctx, id: string): Promise<CheckResult> {
  const row = await ctx.transaction(async (tx) => mustReach(ctx, await data.findConnection(tx, id)))
  if (isDemo(row)) throw channelErrors.demo()
  const steps: { step: string; ok: boolean; fault: string; data: Record<string, unknown> }[] = []
  try {
    for (const s of await connectorOf(row.kind).check(toolsFor(ctx, row)))
      steps.push({ step: s.step, ok: !s.fault, fault: s.fault ?? '', data: s.data ?? {} })
  } catch (error) {
    const fault = asFault(error)
    if (fault.code === 'unforeseen')
      ctx.log.error({ err: fault.cause, channel: id }, 'a connection test failed')
    steps.push({ step: 'reach', ok: false, fault: fault.code, data: fault.data })
  }
  const bad = steps.find((s) => !s.ok)
  if (bad) await channelFails(ctx, id, asFaultOf(bad))
  else await channelWorks(ctx, id)
  await ctx.transaction((tx) =>
    audit(tx, ctx, {
      action: 'channels.test',
      subjectKind: 'channel',
      subjectId: id,
      subject: row.name,
      data: { ok: !bad, fault: bad?.fault },
    }),
  )
  return { ok: !bad, steps }
}

function asFaultOf(step: { fault: string; data: Record<string, unknown> }) {
  return Object.assign(asFault(null), { code: step.fault, data: step.data, cause: undefined })
}

function mustReach(ctx: Ctx, row: data.ConnectionRow | undefined): data.ConnectionRow {
  if (!row || !hasConnector(row.kind) || !reachesBrand(ctx)) throw channelErrors.notFound()
  return row
}

const wrong = (ctx: Ctx, why: string, key: string) =>
  channelErrors.settingWrong({ problem: sentence(ctx.locale, 'server', `setting.${why}`) }, key)

type Values = { settings: Record<string, unknown>; secrets: Record<string, string> }

/** Names of what was changed; never values. */
function changedKeys(before: Values, after: Values): string[] {
  const a = { ...before.settings, ...before.secrets }
  const b = { ...after.settings, ...after.secrets }
  return Object.keys({ ...a, ...b }).filter(
    (k) => JSON.stringify(a[k as never]) !== JSON.stringify(b[k as never]),
  )
}

/** Whether tokens may belong to another account now; a list of shops or a switch does not change whose they are. */
function newCredentials(connector: ReturnType<typeof connectorOf>, before: Values, after: Values): boolean {
  const changed = new Set(changedKeys(before, after))
  return connector.fields.some((f) => ['secret', 'text', 'choice'].includes(f.sort) && changed.has(f.key))
}

function viewOf(ctx: Ctx, row: data.ConnectionRow): Connection {
  const connector = connectorOf(row.kind)
  const secrets = secretsOf(ctx, row)
  return {
    id: row.id,
    kind: row.kind as ConnectableKind,
    name: row.name,
    on: row.on,
    connectedAt: row.connected_at?.toISOString() ?? null,
    health: { state: 'idle', code: '', data: {}, at: null, ...row.health },
    hookUrl: connector.hook ? hookUrlOf(ctx, row) : '',
    embed: connector.embed?.(ctx.origin, row.hook ?? '') ?? '',
    fields: connector.fields.map((f) => ({
      key: f.key,
      sort: f.sort,
      required: f.required ?? false,
      options: [...(f.options ?? [])],
      advanced: f.advanced ?? false,
      confirm: f.confirm ?? false,
      carries: [...(f.carries ?? [])],
    })),
    settings: shown(connector, row.settings),
    secrets: Object.fromEntries(Object.entries(secrets).map(([k, v]) => [k, maskSecret(v)])),
  }
}

/** What is stored, and the defaults for what is not. */
function shown(
  connector: ReturnType<typeof connectorOf>,
  settings: Record<string, unknown>,
): Connection['settings'] {
  const values: Record<string, unknown> = { ...defaultsOf(connector.settings), ...settings }
  const open = new Set(connector.fields.filter((f) => f.sort !== 'secret').map((f) => f.key))
  return Object.fromEntries(
    Object.entries(values).filter(([k, v]) => open.has(k) && v !== undefined && v !== null),
  ) as Connection['settings']
}
