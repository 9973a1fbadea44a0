import { Agent } from 'node:https'
import webpush from 'web-push'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { publicOnly } from '#platform/outside/public-lookup'
import { deleteSubscription, subscriptionsOf } from '../own/preference-data.ts'
import { SendFault } from '../send/send-fault.ts'
import type { PersonMeans } from './person-message.ts'
import { findSender, saveSenderOnce } from './sender-data.ts'

/** A browser's address leads out of the house or nowhere. */
const PUBLIC = new Agent({ lookup: publicOnly })
const TIMEOUT_MS = 8_000
const KEPT_S = { urgent: 3600, usual: 12 * 3600 }
const GONE = [404, 410]
const MOST_WORDS = 200

/** The brand's VAPID keys, made once; the private one is sealed. */
export async function pushKeys(ctx: Ctx, tx: Tx): Promise<{ publicKey: string; privateKey: string }> {
  const brandId = ctx.actor.brandId
  const known = await findSender(tx, 'push')
  if (!known) {
    const made = webpush.generateVAPIDKeys()
    await saveSenderOnce(tx, brandId, 'push', {
      settings: { publicKey: made.publicKey },
      secrets_enc: ctx.keys.seal(brandId, made.privateKey),
      on: true,
    })
  }
  const row = known ?? (await findSender(tx, 'push'))!
  return {
    publicKey: (row.settings as { publicKey: string }).publicKey,
    privateKey: ctx.keys.open(brandId, row.secrets_enc),
  }
}

type Subscription = { endpoint: string; p256dh: string; auth: string }

/** Tells every browser of the person; one that is gone is forgotten. Reached when at least one took it. */
export const sendByPush: PersonMeans = async (ctx, person, message) => {
  const { keys, rows } = await ctx.transaction(async (tx) => ({
    keys: await pushKeys(ctx, tx),
    rows: await subscriptionsOf(tx, person.id),
  }))
  const faults: SendFault[] = []
  let reached = 0
  const sendTo = async (row: (typeof rows)[number]) => {
    const { endpoint, p256dh, auth } = JSON.parse(
      ctx.keys.open(row.brand_id, row.subscription_enc),
    ) as Subscription
    const payload = JSON.stringify({
      title: message.title.slice(0, MOST_WORDS),
      body: message.body.slice(0, MOST_WORDS),
      url: message.url,
      tag: message.id,
      urgent: message.urgent,
    })
    try {
      await webpush.sendNotification({ endpoint, keys: { p256dh, auth } }, payload, {
        vapidDetails: { subject: subjectOf(ctx), ...keys },
        TTL: message.urgent ? KEPT_S.urgent : KEPT_S.usual,
        urgency: message.urgent ? 'high' : 'normal',
        timeout: TIMEOUT_MS,
        ...(ctx.privateHooks ? {} : { agent: PUBLIC }),
      })
      reached += 1
    } catch (error) {
      const status = (error as { statusCode?: number }).statusCode
      if (status && GONE.includes(status))
        await ctx.transaction((tx) => deleteSubscription(tx, row.id, person.id))
      else faults.push(pushFault(status, error))
    }
  }
  await Promise.all(rows.map(sendTo))
  if (reached) return
  throw faults[0] ?? new SendFault('noAddress')
}

/** Who answers for these pushes; push services ask for an https address or a mailbox. */
function subjectOf(ctx: Ctx): string {
  return ctx.origin.startsWith('https://') ? ctx.origin : 'mailto:huiyin@localhost.invalid'
}

function pushFault(status: number | undefined, cause: unknown): SendFault {
  const data = { status: status ?? 0 }
  if (status === undefined) return new SendFault('unreachable', { again: true, cause, data })
  if (status === 429) return new SendFault('quota', { again: true, afterS: 60, data })
  if (status >= 500) return new SendFault('broken', { again: true, data })
  return new SendFault('refused', { data })
}
