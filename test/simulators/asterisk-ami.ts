import { createServer, type Socket } from 'node:net'

type Fields = Record<string, string>
export type AmiSimulator = Awaited<ReturnType<typeof openAmi>>

/** Asterisk's manager interface on a free port: greeting, login, events in CRLF blocks, pings; and everything that goes wrong with it. */
export async function openAmi(
  account: { user: string; secret: string },
  options: { greeting?: string; answersPings?: boolean } = {},
) {
  const lines = new Set<Socket>()
  const actions: Fields[] = []
  let waiting: (() => void)[] = []
  let last: Socket | undefined
  const server = createServer((socket) => {
    lines.add(socket)
    socket.on('close', () => lines.delete(socket))
    socket.on('error', () => {})
    socket.write(`${options.greeting ?? 'Asterisk Call Manager/9.0.0'}\r\n`)
    let rest = ''
    socket.on('data', (piece) => {
      rest += piece.toString()
      const blocks = rest.split('\r\n\r\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) act(socket, fieldsOf(block))
    })
  })
  const act = (socket: Socket, action: Fields) => {
    actions.push(action)
    const id: Fields = action.ActionID ? { ActionID: action.ActionID } : {}
    if (action.Action === 'Login') {
      const right = action.Username === account.user && action.Secret === account.secret
      // Some versions tell of themselves before they answer.
      socket.write(blockText({ Event: 'FullyBooted', Privilege: 'system,all', Status: 'Fully Booted' }))
      socket.write(
        blockText(
          right
            ? { Response: 'Success', ...id, Message: 'Authentication accepted' }
            : { Response: 'Error', ...id, Message: 'Authentication failed' },
        ),
      )
      if (!right) return socket.end()
      last = socket
      for (const go of waiting) go()
      waiting = []
    }
    if (action.Action === 'Ping' && options.answersPings !== false)
      socket.write(blockText({ Response: 'Success', ...id, Ping: 'Pong' }))
  }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  const line = () => {
    if (!last || last.destroyed) throw new Error('nobody has signed in')
    return last
  }
  return {
    port,
    actions,
    /** The next time somebody signs in. */
    signedIn: () => new Promise<void>((done) => waiting.push(done)),
    tell: (event: Fields) => line().write(blockText(event)),
    raw: (text: string) => line().write(text),
    /** The first half of an event now, the other when it is called. */
    half: (event: Fields) => {
      const text = blockText(event)
      const at = Math.floor(text.length / 2)
      line().write(text.slice(0, at))
      return () => line().write(text.slice(at))
    },
    cut: () => {
      for (const socket of lines) socket.destroy()
    },
    close: () =>
      new Promise<void>((done) => {
        for (const socket of lines) socket.destroy()
        server.close(() => done())
      }),
  }
}

function fieldsOf(block: string): Fields {
  return Object.fromEntries(
    block.split('\r\n').flatMap((line) => {
      const at = line.indexOf(':')
      return at > 0 ? [[line.slice(0, at).trim(), line.slice(at + 1).trim()]] : []
    }),
  )
}

function blockText(fields: Fields): string {
  return `${Object.entries(fields)
    .map(([k, v]) => `${k}: ${v}\r\n`)
    .join('')}\r\n`
}

/** What Asterisk tells of one call from outside: `linked` is its first leg. */
export function amiCall(linked: string, caller: string, exten = '4008001234') {
  const trunk = `PJSIP/trunk-telecom-${linked.replace(/\D/g, '').padStart(8, '0').slice(-8)}`
  const first = { Channel: trunk, CallerIDNum: caller, Exten: exten, Uniqueid: linked, Linkedid: linked }
  const to = (extension: string) => ({
    ...first,
    DestChannel: `PJSIP/${extension}-0000002b`,
    DestUniqueid: `${linked}-${extension}`,
    DestLinkedid: linked,
  })
  return {
    begin: { Event: 'Newchannel', Privilege: 'call,all', ChannelStateDesc: 'Ring', ...first },
    dial: (extension: string) => ({ Event: 'DialBegin', ...to(extension), DialString: extension }),
    dialEnd: (extension: string, status: string) => ({
      Event: 'DialEnd',
      ...to(extension),
      DialStatus: status,
    }),
    record: (file: string) => ({
      Event: 'VarSet',
      ...first,
      Variable: 'MIXMONITOR_FILENAME',
      Value: `/var/spool/asterisk/monitor/2026/03/02/${file}`,
    }),
    leg: { Event: 'Newchannel', ...first, Channel: 'PJSIP/8001-0000002b', Uniqueid: `${linked}-8001` },
    hangup: { Event: 'Hangup', ...first, Cause: '16', 'Cause-txt': 'Normal Clearing' },
  }
}
