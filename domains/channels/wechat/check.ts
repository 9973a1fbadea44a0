import { asFault } from '../connect/channel-fault.ts'
import type { CheckStep } from '../connect/connector.ts'
import { callApi, renew } from './api.ts'
import { type Body, textOf } from './body.ts'
import type { WechatTools } from './settings.ts'
import { fieldsAskedFor } from './template.ts'

/** Tries an account: its id and secret, our address in its allow list, the template, and whether WeChat can reach us. */
export async function checkAccount(tools: WechatTools): Promise<CheckStep[]> {
  const steps: [string, () => Promise<CheckStep | undefined>][] = [
    ['token', async () => void (await renew(tools))],
    ['service', async () => void (await callApi(tools, { path: '/cgi-bin/getcallbackip' }))],
    ['template', () => checkTemplate(tools)],
    ['address', async () => checkAddress(tools)],
  ]
  const done: CheckStep[] = []
  for (const [step, attempt] of steps) {
    const result = await attempt().catch((error: unknown) => {
      const { code, data } = asFault(error)
      if (code === 'unforeseen') throw error
      return { step, fault: code, data }
    })
    if (step === 'template' && !tools.settings.templateId) continue
    done.push(result ?? { step })
    if (result?.fault) break
  }
  return done
}

const LISTS = {
  template: { path: '/cgi-bin/template/get_all_private_template', list: 'template_list', id: 'template_id' },
  subscription: { path: '/wxaapi/newtmpl/gettemplate', list: 'data', id: 'priTmplId' },
}

async function checkTemplate(tools: WechatTools): Promise<CheckStep | undefined> {
  const { templateId, templateSort, templateFields } = tools.settings
  if (!templateId) return undefined
  const { path, list, id } = LISTS[templateSort]
  const all = (await callApi(tools, { path }))[list]
  const found = (Array.isArray(all) ? (all as Body[]) : []).find((one) => textOf(one, id) === templateId)
  if (!found) return { step: 'template', fault: 'templateUnknown' }
  const given = templateFields.map((line) => line.slice(0, line.indexOf('=')).trim())
  const missing = fieldsAskedFor(textOf(found, 'content')).filter((key) => !given.includes(key))
  if (missing.length)
    return { step: 'template', fault: 'templateFields', data: { fields: missing.join(', ') } }
  return undefined
}

const HOME = /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[|0\.)/

/** WeChat calls port 80 or 443 of a public address, nothing else (§1.1). */
function checkAddress({ hookUrl }: WechatTools): CheckStep {
  const { hostname, port, host } = new URL(hookUrl)
  const data = { host }
  if (HOME.test(hostname) || !hostname.includes('.')) return { step: 'address', fault: 'addressLocal', data }
  if (port) return { step: 'address', fault: 'addressPort', data }
  return { step: 'address' }
}
