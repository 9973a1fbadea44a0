import type { z } from 'zod'
import type {
  CheckSlip,
  RenewSlipKey,
  Slip,
  SlipFault,
  SlipKeyMade,
  SlipLink,
  SlipSetup,
  SlipVerdict,
} from '#contracts/channels/box'
import { findZone } from '#domains/people'
import { audit } from '#platform/audit/audit'
import type { Ctx, Services } from '#platform/context'
import { newSecret } from '#platform/crypto/keys'
import type { Tx } from '#platform/db/database'
import { scopeOf } from '#platform/permissions'
import { findCode } from '../channel-data.ts'
import { channelErrors } from '../errors.ts'
import { changeCode, slipKeys } from './box-data.ts'
import { faultsOfSignature, readSlip, signSlip, slipText } from './slip.ts'

/** Slips are mostly spoken of within days; those of the key before go on proving themselves so long. */
const BEFORE_MS = 14 * 24 * 3600 * 1000
type Row = NonNullable<Awaited<ReturnType<typeof findCode>>>

/** How far a till's code is set up. Errors: channels.notFound, also for a code of another kind. */
export function readSlipSetup(ctx: Ctx, id: string): Promise<SlipSetup> {
  return ctx.transaction(async (tx) => view(ctx, await slipCode(tx, ctx, id)))
}

/** A new key for the till; what the one before is good for afterwards the caller decides. Errors: channels.notFound. */
export function renewSlipKey(
  ctx: Ctx,
  id: string,
  { keepBefore }: z.infer<typeof RenewSlipKey>,
): Promise<SlipKeyMade> {
  return ctx.transaction(async (tx) => {
    const row = await slipCode(tx, ctx, id)
    const secret = newSecret(24)
    const now = ctx.now()
    const change = {
      slip_key_enc: ctx.keys.seal(ctx.actor.brandId, secret),
      slip_key_at: now,
      slip_key_before_enc: row.slip_key_enc,
      slip_key_before_until: row.slip_key_enc ? new Date(now.getTime() + (keepBefore ? BEFORE_MS : 0)) : null,
    }
    await changeCode(tx, id, change)
    await audit(tx, ctx, {
      action: 'channels.renewSlipKey',
      subjectKind: 'code',
      subjectId: id,
      subject: row.label,
      data: { keepBefore, first: !row.slip_key_enc },
    })
    return { ...view(ctx, { ...row, ...change }), secret, example: exampleOf(ctx, row.slug, secret) }
  })
}

function exampleOf(ctx: Ctx, slug: string, secret: string): SlipKeyMade['example'] {
  const parts = { r: 'A1032', t: '20261122T1210', a: '58.00' }
  const text = slipText(slug, parts)
  const signature = signSlip(secret, text).slice(0, 32)
  const query = new URLSearchParams({ ...parts, s: signature })
  return { text, signature, link: `${ctx.origin}/q/${slug}?${query}` }
}

/** What the program makes of a link that a till has printed. Errors: channels.notFound. */
export function checkSlip(ctx: Ctx, id: string, { link }: z.infer<typeof CheckSlip>): Promise<SlipVerdict> {
  return ctx.transaction(async (tx) => {
    const row = await slipCode(tx, ctx, id)
    const url = URL.canParse(link) ? new URL(link) : null
    const slug = url ? /^\/q\/([^/]+)\/?$/.exec(url.pathname)?.[1] : undefined
    if (!url || !slug) return { proven: false, slip: null, text: '', faults: ['notALink'] }
    const asked = (key: string) => url.searchParams.get(key)?.slice(0, 200) ?? undefined
    const said: SlipLink = { r: asked('r') ?? '', t: asked('t'), a: asked('a'), s: asked('s') }
    const keys = keysOf(ctx, row)
    const secrets = [keys.now, keys.before].filter((key) => key !== null)
    const slip = readSlip(said, { slug: row.slug, secrets, zone: await findZone(tx) })
    const faults: SlipFault[] = [
      ...(url.origin === new URL(ctx.origin).origin ? [] : (['otherHost'] as const)),
      ...(slug === row.slug ? [] : (['otherCode'] as const)),
      ...partFaults(said, slip),
      ...(slip ? faultsOfSignature(row.slug, said, keys) : []),
    ]
    return {
      proven: slip?.proven === true && slug === row.slug,
      slip,
      text: slipText(row.slug, said),
      faults,
    }
  })
}

function partFaults(said: SlipLink, slip: Slip | null): SlipFault[] {
  if (!said.r) return ['noNumber']
  if (!slip) return ['badNumber']
  return [
    ...(said.t && !slip.at ? (['badTime'] as const) : []),
    ...(said.a && slip.amountMinor === null ? (['badAmount'] as const) : []),
  ]
}

/** The slip behind a link to this code; null when the link names none, or a number that cannot be used. */
export function slipOf(
  services: Services,
  code: { brandId: string; codeId: string; place: string },
  link: SlipLink | undefined,
): Promise<Slip | null> {
  if (code.place !== 'slip' || !link) return Promise.resolve(null)
  return services.db.inBrand(code.brandId, async (tx) => {
    const row = await slipKeys(tx, code.codeId)
    if (!row) return null
    const { now, before } = keysOf({ ...services, actor: { brandId: code.brandId } }, row)
    const secrets = [now, before].filter((key) => key !== null)
    return readSlip(link, { slug: row.slug, secrets, zone: await findZone(tx) })
  })
}

type Keeper = Pick<Ctx, 'keys' | 'now'> & { actor: { brandId: string } }
type Sealed = Pick<Row, 'slip_key_enc' | 'slip_key_before_enc' | 'slip_key_before_until'>

/** `over` is a key before that no longer proves anything. */
function keysOf(
  ctx: Keeper,
  row: Sealed,
): { now: string | null; before: string | null; over: string | null } {
  const open = (sealed: Buffer | null) => (sealed ? ctx.keys.open(ctx.actor.brandId, sealed) : null)
  const before = open(row.slip_key_before_enc)
  const good = row.slip_key_before_until !== null && row.slip_key_before_until > ctx.now()
  return { now: open(row.slip_key_enc), before: good ? before : null, over: good ? null : before }
}

async function slipCode(tx: Tx, ctx: Ctx, id: string): Promise<Row> {
  const row = await findCode(tx, scopeOf(ctx.actor, 'channels.manageCodes'), id)
  if (row?.place !== 'slip') throw channelErrors.notFound()
  return row
}

function view(ctx: Ctx, row: Row): SlipSetup {
  const until = row.slip_key_before_until
  return {
    id: row.id,
    label: row.label,
    slug: row.slug,
    url: `${ctx.origin}/q/${row.slug}`,
    madeAt: row.slip_key_at?.toISOString() ?? null,
    beforeUntil: until && until > ctx.now() ? until.toISOString() : null,
  }
}
