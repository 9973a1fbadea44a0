import { asFault, ChannelFault } from '../connect/channel-fault.ts'
import { type CheckStep, defineConnector, type Heard, type Tools } from '../connect/connector.ts'
import { openManager } from './ami.ts'
import { listenToManager, readManagerEvent } from './ami-events.ts'
import { listenToAri, readAriEvent, tryAri } from './ari.ts'
import { PHONE_FIELDS, PhoneSettings } from './settings.ts'
import { readCallEvent, takeCallEvent } from './webhook.ts'

/** The hotline (I1): calls as our webhook, Asterisk's manager or its REST interface tell of them. Nothing is sent through it: people talk. */
export const phone = defineConnector<PhoneSettings>({
  kind: 'phone',
  settings: PhoneSettings,
  fields: PHONE_FIELDS,
  sends: false,
  check,
  hook: takeCallEvent,
  listen: (tools, ears, stopped) => {
    const { mode } = tools.settings
    if (mode === 'ami') return listenToManager(tools, ears, stopped)
    if (mode === 'ari') return listenToAri(tools, ears, stopped)
    // Others call us; there is nothing to hold open.
    return new Promise((done) => stopped.addEventListener('abort', () => done()))
  },
  read: async ({ settings }, raw): Promise<Heard[]> => {
    const { from } = (raw.payload ?? {}) as { from?: string }
    if (from === 'webhook') return readCallEvent(settings, raw.payload)
    if (from === 'ami') return readManagerEvent(settings, raw.payload)
    if (from === 'ari') return readAriEvent(settings, raw.payload)
    throw new ChannelFault('unreadable')
  },
})

async function check(tools: Tools<PhoneSettings>): Promise<CheckStep[]> {
  const { settings } = tools
  const seats: CheckStep = settings.lines.length ? { step: 'lines' } : { step: 'lines', fault: 'noLines' }
  if (settings.mode === 'webhook') return [{ step: 'secret' }, seats]
  if (settings.mode === 'ari') {
    const fault = await tryAri(tools)
    return fault ? [{ step: 'login', fault }] : [{ step: 'login' }, seats]
  }
  try {
    const manager = await openManager(settings)
    manager.close()
    return [{ step: 'login' }, seats]
  } catch (error) {
    const { code, data } = asFault(error)
    return [{ step: 'login', fault: code, data }]
  }
}
