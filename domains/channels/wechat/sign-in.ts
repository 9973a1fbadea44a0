import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { ChannelFault } from '../connect/channel-fault.ts'
import { toolsFor } from '../connect/tools.ts'
import { callApi, readAnswer } from './api.ts'
import { textOf } from './body.ts'
import { faultIn } from './faults.ts'
import type { WechatTools } from './settings.ts'
import { connectedAccounts } from './wechat-data.ts'

/** An official account by which people may be recognised in WeChat's browser. */
export type SignInChannel = {
  id: string
  /** Where a browser is sent; it comes back to `redirect` with `code` and `state`. Nobody is asked anything (snsapi_base). */
  address: (redirect: string, state: string) => string
  /** Who came back: null for a code that is wrong or was used; `follows`: can be written to. Errors: ChannelFault of the network or the account. */
  whoCame: (code: string) => Promise<{ openid: string; follows: boolean } | null>
}

/** The brand's account that has this switched on; null when there is none. */
export async function findSignInChannel(tx: Tx, ctx: Ctx): Promise<SignInChannel | null> {
  const rows = await connectedAccounts(tx)
  const row = rows.find((one) => one.settings.oauth === true)
  if (!row) return null
  const tools = toolsFor(ctx, row) as unknown as WechatTools
  return {
    id: row.id,
    address: (redirect, state) => addressOf(tools, redirect, state),
    whoCame: (code) => whoCame(tools, code),
  }
}

/** The order of the values counts (§1.8). */
function addressOf({ settings }: WechatTools, redirect: string, state: string): string {
  const { authBase, appId } = settings
  return `${authBase}/connect/oauth2/authorize?appid=${appId}&redirect_uri=${encodeURIComponent(redirect)}&response_type=code&scope=snsapi_base&state=${state}#wechat_redirect`
}

async function whoCame(tools: WechatTools, code: string) {
  const { apiBase, appId, appSecret, timeoutMs } = tools.settings
  const query = new URLSearchParams({
    appid: appId,
    secret: appSecret,
    code,
    grant_type: 'authorization_code',
  })
  const answer = await readAnswer(
    await tools.http(`${apiBase}/sns/oauth2/access_token?${query}`, { timeoutMs }),
  )
  const fault = faultIn(answer, tools.ctx.now())
  if (fault?.code === 'codeUsed') return null
  if (fault) throw fault
  const openid = textOf(answer, 'openid')
  if (!openid) throw new ChannelFault('refused')
  const person = await callApi(tools, { path: '/cgi-bin/user/info', query: { openid } })
  return { openid, follows: textOf(person, 'subscribe') === '1' }
}
