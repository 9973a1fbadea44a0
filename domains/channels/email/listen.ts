import type { Listener, Poll } from '../connect/connector.ts'
import { wireFault } from './faults.ts'
import { openMailbox, placeIn } from './mailbox.ts'
import { readNew } from './read-new.ts'
import type { MailSettings } from './settings.ts'

/** Servers that can't call (NetEase has been one) are asked. */
const ASK_EVERY_MS = 60_000

/** Reads what is new and waits for the server to say that there is more (IDLE; a server without it is asked regularly). */
export const listen: Listener<MailSettings> = async (tools, ears, stopped) => {
  const mailbox = await openMailbox(tools)
  const { client } = mailbox
  let wake = () => {}
  let news = true
  const ring = () => {
    news = true
    wake()
  }
  const end = () => client.close()
  client.on('exists', ring)
  client.on('close', () => wake())
  stopped.addEventListener('abort', end)
  const asking = client.capabilities.has('IDLE') ? undefined : setInterval(ring, ASK_EVERY_MS)
  try {
    await ears.ready()
    while (client.usable && !stopped.aborted) {
      if (news) {
        news = false
        for (let again = true; again; ) {
          const batch = await readNew(tools, mailbox, await ears.cursor())
          await ears.hear(batch.messages, batch.cursor)
          again = batch.again
        }
        continue
      }
      const woken = new Promise<void>((resolve) => {
        wake = resolve
      })
      client.idle().catch(() => wake())
      await woken
    }
    if (!stopped.aborted)
      throw wireFault({ code: 'EConnectionClosed', message: client.byeReason }, placeIn(tools.settings))
  } catch (error) {
    if (!stopped.aborted) throw wireFault(error, placeIn(tools.settings))
  } finally {
    clearInterval(asking)
    stopped.removeEventListener('abort', end)
    await mailbox.close()
  }
}

/** The net under the listener: what came while nobody listened. */
export const inbox: Poll<MailSettings> = {
  name: 'inbox',
  everyS: (s) => s.everyS,
  run: async (tools, cursor) => {
    const mailbox = await openMailbox(tools)
    try {
      return await readNew(tools, mailbox, cursor)
    } finally {
      await mailbox.close()
    }
  },
}
