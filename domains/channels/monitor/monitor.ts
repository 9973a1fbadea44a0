import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { ChannelFault } from '../connect/channel-fault.ts'
import { defineConnector, type Heard } from '../connect/connector.ts'

const Settings = z.object({
  secret: z.string().min(16),
  toleranceS: z.coerce.number().int().min(30).max(3600).default(300),
})

const Post = z.object({
  id: z.string().min(1).max(150),
  site: z.string().max(60).default(''),
  author: z.string().max(100).default(''),
  text: z.string().max(20_000).default(''),
  stars: z.number().int().min(1).max(5).optional(),
  shopCode: z.string().max(20).optional(),
  orderNumber: z.string().max(64).optional(),
  url: z.string().max(1000).optional(),
  at: z.iso.datetime({ offset: true }).optional(),
})
const Batch = z.object({ posts: z.array(z.unknown()).max(500) })

/**
 * Our own neutral webhook for vendors who watch public sites (Weibo, Xiaohongshu, Dianping) and for other systems of the brand.
 * Shape: POST {"posts":[…]}, header X-Huiyin-Timestamp (seconds) and X-Huiyin-Signature = hex HMAC-SHA256 of `timestamp.body` with the secret.
 *        A post that comes again with other words is one message more on the same ticket.
 */
export const monitor = defineConnector<z.infer<typeof Settings>>({
  kind: 'monitor',
  settings: Settings,
  fields: [
    { key: 'secret', sort: 'secret', required: true },
    { key: 'toleranceS', sort: 'number', advanced: true },
  ],
  sends: false,
  check: async () => [{ step: 'secret' }],
  hook: async ({ settings, ctx }, request) => {
    const stamp = request.headers['x-huiyin-timestamp'] ?? ''
    const age = Math.abs(ctx.now().getTime() / 1000 - Number(stamp))
    if (!(age <= settings.toleranceS)) throw new ChannelFault('stale')
    const signature = createHmac('sha256', settings.secret).update(`${stamp}.`).update(request.body).digest()
    const given = Buffer.from(request.headers['x-huiyin-signature'] ?? '', 'hex')
    if (given.length !== signature.length || !timingSafeEqual(given, signature))
      throw new ChannelFault('forged')
    const batch = Batch.safeParse(parsed(request.body))
    if (!batch.success) throw new ChannelFault('badBody')
    const messages = batch.data.posts.map((post) => {
      const text = JSON.stringify(post)
      const id = String((post as { id?: unknown } | null)?.id ?? '').slice(0, 150)
      const version = createHmac('sha256', 'version').update(text).digest('hex').slice(0, 16)
      return { externalId: `${id}:${version}`, thread: id, payload: text }
    })
    return { answer: { status: 200, type: 'application/json', body: '{"ok":true}' }, messages }
  },
  read: async (_tools, raw): Promise<Heard[]> => {
    const post = Post.safeParse(parsed(raw.payload as string))
    if (!post.success) throw new ChannelFault('unreadable')
    const { id, site, author, text, stars, shopCode, orderNumber, url, at } = post.data
    return [
      {
        sort: 'message',
        from: { address: id, name: author || undefined },
        text,
        stars,
        shopCode,
        orderNumber,
        place: site,
        about: { ...(site ? { site } : {}), ...(url ? { url } : {}) },
        ...(at ? { at: new Date(at) } : {}),
      } as Heard,
    ]
  },
})

function parsed(body: Buffer | string): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    throw new ChannelFault('badBody')
  }
}
