import type { SettingValues } from '#contracts/channels/connect'
import { isRefusedHost, RefusedAddress, refuseHost } from '#platform/http/refused-address'
import { ChannelFault } from './channel-fault.ts'
import type { Connector } from './connector.ts'

type Stored = { settings: Record<string, unknown>; secrets: Record<string, string> }

/**
 * Secrets that would be used at another address than the one for which they were entered: whoever changes the address has to know them.
 * Shape: addresses are compared as the connector reads them (a provider fills in its servers), and by what is connected to: the path of a URL
 *        changes nothing, one host more in a list does. Names of secrets; one that is given or removed with the change is not asked for.
 */
export function secretsAskedAgain(
  connector: Connector,
  before: Stored,
  { read, given }: { read: Record<string, unknown>; given: SettingValues },
): string[] {
  if (!Object.keys(before.secrets).length) return []
  const raw = { ...before.settings, ...before.secrets }
  const known = connector.settings.safeParse(raw)
  const old: Record<string, unknown> = known.success ? known.data : raw
  const asked = connector.fields
    .filter(({ key, carries }) => carries && leadsElsewhere(old[key], read[key]))
    .flatMap(({ carries }) => carries ?? [])
  return [...new Set(asked)].filter((key) => before.secrets[key] && given[key] === undefined)
}

function leadsElsewhere(before: unknown, after: unknown): boolean {
  const known = placesOf(before)
  return placesOf(after).some((place) => !known.includes(place))
}

/** Empty: nothing is connected to there. */
function placesOf(value: unknown): string[] {
  const all = Array.isArray(value) ? value : [value ?? '']
  return all
    .map((one) => (isUrl(one) ? new URL(one).origin : String(one).trim().toLowerCase()))
    .filter(Boolean)
}

/** The first field with an address to which nothing is connected, as far as it says so itself; a name is judged when it is used. */
export function refusedField(connector: Connector, read: Record<string, unknown>): string | undefined {
  const hostsIn = (value: unknown): string[] =>
    (Array.isArray(value) ? value : [value]).map((one) => (isUrl(one) ? new URL(one).hostname : hostOf(one)))
  return connector.fields.find(
    ({ key, carries }) => (carries || isUrl(read[key])) && hostsIn(read[key]).some(isRefusedHost),
  )?.key
}

const isUrl = (value: unknown): value is string =>
  typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value)

/** `10.0.0.1:8088` has a port behind it, `fe80::1` has none. */
function hostOf(value: unknown): string {
  const text = String(value ?? '').trim()
  return /^[^:]+:\d+$/.test(text) ? text.slice(0, text.lastIndexOf(':')) : text
}

export const addressRefused = (host: string): ChannelFault =>
  new ChannelFault('refusedAddress', { side: 'channel', data: { host } })

/** For connections that are no HTTP. Errors: ChannelFault('refusedAddress'). */
export async function mustBeAllowed(host: string): Promise<void> {
  await refuseHost(host).catch((error: unknown) => {
    throw error instanceof RefusedAddress ? addressRefused(host) : error
  })
}

/** The same for the address of a service that is called by its own library; empty: the library's own. */
export async function mustBeAllowedAt(url: string): Promise<void> {
  if (url) await mustBeAllowed(new URL(url).hostname.replace(/^\[|\]$/g, ''))
}
