import type { Tools } from '../connect/connector.ts'
import { byToken, type MailSettings } from './settings.ts'

type Answer = { access_token?: string; expires_in?: number; error?: string }
export type Credentials = { user: string; pass?: string; accessToken?: string }

/**
 * Password, or a token of Microsoft 365 as an application of the tenant (client credentials).
 * Shape: `stale` is a token that was just refused. Errors: appRefused with Microsoft's own code; those of `http`.
 */
export async function credentialsOf(tools: Tools<MailSettings>, stale?: string): Promise<Credentials> {
  const { settings: s, fault } = tools
  if (!byToken(s)) return { user: s.user, pass: s.password }
  const renew = async () => {
    const res = await tools.http(`${s.tokenUrl}/${encodeURIComponent(s.tenant)}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: s.clientId,
        client_secret: s.clientSecret,
        scope: 'https://outlook.office365.com/.default',
      }),
    })
    const told = (await res.json().catch(() => ({}))) as Answer
    if (!told.access_token)
      throw new fault('appRefused', {
        again: true,
        afterS: 900,
        side: 'channel',
        data: { answer: told.error ?? String(res.status) },
      })
    return { token: told.access_token, expiresInS: told.expires_in ?? 3600 }
  }
  return { user: s.user, accessToken: await tools.token('microsoft', renew, stale) }
}
