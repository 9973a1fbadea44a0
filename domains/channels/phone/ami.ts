import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { mustBeAllowed } from '../connect/address-rule.ts'
import { ChannelFault } from '../connect/channel-fault.ts'
import type { PhoneSettings } from './settings.ts'

/** One block of Asterisk's manager: `Key: Value` lines. Of a key that comes twice the first counts; a line without a colon makes it `garbage`. */
export type Block = Record<string, string> & { garbage?: string }

const GREETING = /^Asterisk Call Manager\//
const MOST_SIGNS = 512 * 1024
const LOGIN_MS = 8000

export type Manager = {
  /** What comes, as it comes; ends with a fault when the line is cut or stays silent. */
  blocks: AsyncGenerator<Block[]>
  close: () => void
}

/**
 * Opens Asterisk's manager interface and signs in.
 * Shape:  greeting line, then blocks of CRLF lines ended by an empty one, in pieces of any size; a Ping when it has been silent for `heartbeatS`.
 * Errors: refusedAddress, unreachable, timedOut, notAsterisk, login, cut; all of the channel.
 */
export async function openManager(
  settings: Pick<PhoneSettings, 'host' | 'port' | 'tls' | 'user' | 'password' | 'heartbeatS'>,
  stopped?: AbortSignal,
): Promise<Manager> {
  const { host, port, user, password, heartbeatS } = settings
  await mustBeAllowed(host)
  const socket = settings.tls ? connectTls({ host, port, servername: host }) : connectPlain({ host, port })
  socket.setEncoding('utf8')
  const close = () => socket.destroy()
  stopped?.addEventListener('abort', close)
  const patience = setTimeout(() => socket.destroy(fault('timedOut', { host })), LOGIN_MS)
  const blocks = blocksOf(socket, host)
  try {
    const greeting = (await blocks.next()).value?.[0]?.garbage ?? ''
    if (!GREETING.test(greeting)) throw fault('notAsterisk', { said: greeting.slice(0, 80) })
    say(socket, {
      Action: 'Login',
      ActionID: 'login',
      Username: user,
      Secret: password,
      Events: 'call,agent,dialplan',
    })
    const early = await signedIn(blocks)
    clearTimeout(patience)
    return { blocks: awake(socket, blocks, early, heartbeatS), close }
  } catch (error) {
    clearTimeout(patience)
    close()
    throw error
  }
}

/** Events that came before the answer to the login are handed on. */
async function signedIn(blocks: AsyncGenerator<Block[]>): Promise<Block[]> {
  const early: Block[] = []
  for await (const some of { [Symbol.asyncIterator]: () => ({ next: () => blocks.next() }) }) {
    const answer = some.find((b) => b.Response && (b.ActionID ?? 'login') === 'login')
    early.push(...some.filter((b) => b !== answer))
    if (!answer) continue
    if (answer.Response !== 'Success') throw fault('login', { said: (answer.Message ?? '').slice(0, 80) })
    return early
  }
  throw fault('cut')
}

async function* awake(
  socket: Socket,
  blocks: AsyncGenerator<Block[]>,
  early: Block[],
  heartbeatS: number,
): AsyncGenerator<Block[]> {
  let heardAt = performance.now()
  const timer = setInterval(() => {
    const silentS = (performance.now() - heardAt) / 1000
    if (silentS > heartbeatS * 2.5) socket.destroy(fault('timedOut'))
    else if (silentS > heartbeatS) say(socket, { Action: 'Ping' })
  }, heartbeatS * 500)
  try {
    if (early.length) yield early
    for await (const some of blocks) {
      heardAt = performance.now()
      const events = some.filter((b) => !b.Response)
      if (events.length) yield events
    }
  } finally {
    clearInterval(timer)
    socket.destroy()
  }
}

/** What has arrived since the last time; half a block waits for its other half. Errors: unreachable, cut, garbage. */
async function* blocksOf(socket: Socket, host: string): AsyncGenerator<Block[]> {
  let rest = ''
  let greeted = false
  try {
    for await (const piece of socket) {
      rest += String(piece)
      if (rest.length > MOST_SIGNS) throw fault('notAsterisk', { said: rest.slice(0, 80) })
      if (!greeted) {
        const end = rest.indexOf('\n')
        if (end < 0) continue
        greeted = true
        yield [{ garbage: rest.slice(0, end).trim() }]
        rest = rest.slice(end + 1)
      }
      const parts = rest.split(/\r?\n\r?\n/)
      rest = parts.pop() ?? ''
      const found = parts.filter((part) => part.trim()).map(blockOf)
      if (found.length) yield found
    }
  } catch (error) {
    if (error instanceof ChannelFault) throw error
    throw fault(greeted ? 'cut' : 'unreachable', { host }, error)
  }
  throw fault(greeted ? 'cut' : 'unreachable', { host })
}

function blockOf(text: string): Block {
  const block: Block = {}
  for (const line of text.split(/\r?\n/)) {
    const at = line.indexOf(':')
    if (at > 0) block[line.slice(0, at).trim()] ??= line.slice(at + 1).trim()
    else if (line.trim()) return { garbage: text.slice(0, 4000) }
  }
  return block
}

function say(socket: Socket, action: Record<string, string>): void {
  if (socket.writable)
    socket.write(
      `${Object.entries(action)
        .map(([k, v]) => `${k}: ${v}\r\n`)
        .join('')}\r\n`,
    )
}

function fault(code: string, data: Record<string, unknown> = {}, cause?: unknown): ChannelFault {
  return new ChannelFault(code, { again: true, side: 'channel', data, cause })
}
