import type { z } from 'zod'
import type { MakeScene, WechatExtrasView, WechatMenu } from '#contracts/channels/wechat'
import { loadRoster } from '#domains/people'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import { covers, scopeOf } from '#platform/permissions'
import { ChannelFault } from '../connect/channel-fault.ts'
import { type ConnectionRow, findConnection } from '../connect/connection-data.ts'
import { toolsFor } from '../connect/tools.ts'
import { channelErrors } from '../errors.ts'
import { callApi } from './api.ts'
import { textOf } from './body.ts'
import { menuBody } from './menu.ts'
import type { WechatTools } from './settings.ts'
import { findScenes, saveMenu, saveScene } from './wechat-data.ts'

/** The menu of an official account, and the codes of the reader's shops. Errors: channels.notFound when it is none, or not connected. */
export async function readExtras(ctx: Ctx, id: string): Promise<WechatExtrasView> {
  return ctx.transaction(async (tx) => {
    const { settings } = open(ctx, await findConnection(tx, id))
    const scenes = new Map((await findScenes(tx, id)).map((s) => [s.shop_id, s.ticket]))
    const { shops } = await loadRoster(tx, ctx.now())
    return {
      menu: { buttons: settings.menu, publishedAt: settings.menuPublishedAt },
      shops: shops
        .filter((s) => s.state !== 'closed' && isOwn(ctx, s.id))
        .map(({ id: shopId, code, name }) => ({
          id: shopId,
          code,
          name,
          picture: pictureOf(settings.pageBase, scenes.get(shopId)),
        })),
    }
  })
}

/**
 * Puts the menu below the conversation; without buttons it is taken away. Followers see it within a day.
 * Errors: channels.notFound; channels.serviceRefused with the fault's code, and nothing is kept.
 */
export async function publishMenu(ctx: Ctx, id: string, { buttons }: WechatMenu): Promise<WechatExtrasView> {
  const tools = open(ctx, await ctx.transaction((tx) => findConnection(tx, id)))
  await told(() =>
    buttons.length
      ? callApi(tools, { path: '/cgi-bin/menu/create', body: menuBody(buttons) })
      : callApi(tools, { path: '/cgi-bin/menu/delete' }),
  )
  await ctx.transaction(async (tx) => {
    const row = await findConnection(tx, id, true)
    if (!row) throw channelErrors.notFound()
    const menuPublishedAt = ctx.now().toISOString()
    await saveMenu(tx, id, { ...row.settings, menu: buttons, menuPublishedAt })
    const data = { buttons: buttons.map((b) => b.name) }
    await audit(tx, ctx, { ...subjectOf(row), action: 'channels.publishMenu', data })
  })
  return readExtras(ctx, id)
}

/**
 * A permanent QR code of a shop: who scans it follows the account and is known to come from there (§1.8).
 * Shape:  the scene is the shop's code; an account may have 100,000 of them. The same shop again gets the same picture.
 * Errors: channels.notFound, channels.unknownShop, channels.serviceRefused.
 */
export async function makeScene(
  ctx: Ctx,
  id: string,
  { shopId }: z.infer<typeof MakeScene>,
): Promise<WechatExtrasView> {
  const { row, shops } = await ctx.transaction(async (tx) => ({
    row: await findConnection(tx, id),
    shops: (await loadRoster(tx, ctx.now())).shops,
  }))
  const tools = open(ctx, row)
  const shop = shops.find((s) => s.id === shopId && isOwn(ctx, s.id))
  if (!shop) throw channelErrors.unknownShop({}, 'shopId')
  const scene = { action_name: 'QR_LIMIT_STR_SCENE', action_info: { scene: { scene_str: shop.code } } }
  const answer = await told(() => callApi(tools, { path: '/cgi-bin/qrcode/create', body: scene }))
  await ctx.transaction(async (tx) => {
    await saveScene(tx, {
      brand_id: ctx.actor.brandId,
      channel_id: id,
      shop_id: shop.id,
      scene: shop.code,
      ticket: textOf(answer, 'ticket'),
      created_at: ctx.now(),
    })
    await audit(tx, ctx, { ...subjectOf(row!), action: 'channels.makeScene', data: { shop: shop.code } })
  })
  return readExtras(ctx, id)
}

/** What the account's connection works with. Errors: channels.notFound. */
function open(ctx: Ctx, row: ConnectionRow | undefined): WechatTools {
  if (row?.kind !== 'wechat' || !row.connected_at) throw channelErrors.notFound()
  return toolsFor(ctx, row) as unknown as WechatTools
}

const isOwn = (ctx: Ctx, shopId: string): boolean =>
  covers(scopeOf(ctx.actor, 'channels.connect'), { shopId })

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ChannelFault)) throw error
    throw channelErrors.serviceRefused({ ...error.data, fault: error.code })
  }
}

function pictureOf(pageBase: string, ticket: string | undefined): string | null {
  return ticket ? `${pageBase}/cgi-bin/showqrcode?ticket=${encodeURIComponent(ticket)}` : null
}

const subjectOf = (row: ConnectionRow) => ({ subjectKind: 'channel', subjectId: row.id, subject: row.name })
