import { once } from 'node:events'
import net from 'node:net'
import hoodiecrow from 'hoodiecrow-imap'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

type Stored = { uid: number; flags: string[]; raw: string; internaldate: string }
type Folder = { messages: Stored[]; uidvalidity: number; uidnext: number }
type Connection = { state: string; socket: net.Socket; send: (...given: unknown[]) => void; knows?: boolean }
type Imap = {
  server: net.Server
  listen: (port: number, host: string, ready: () => void) => void
  close: (done: () => void) => void
  getMailbox: (path: string) => Folder
  appendMessage: (path: string, flags: string[], at: Date, raw: string) => void
  setCommandHandler: (name: string, handler: Handler) => void
  getCommandHandler: (name: string) => Handler
  users: Record<string, { password: string; xoauth2: { accessToken: string } }>
}
type Handler = (connection: Connection, parsed: { tag: string }, data: string, done: () => void) => void

const USER = 'care@brand.test'
const PASSWORD = 'app-password-123'

/** An IMAP and an SMTP server that speak the protocols, and can do what real ones do: refuse, break off, be away, number everything anew. */
export type MailServers = Awaited<ReturnType<typeof startMail>>

export async function startMail() {
  const imap = await startImap()
  const smtp = await startSmtp()
  return {
    imap,
    smtp,
    /** Settings of a channel on these servers. */
    settings: () => ({
      provider: 'other',
      address: USER,
      password: PASSWORD,
      senderName: '茶里客服',
      imapHost: '127.0.0.1',
      imapPort: imap.port,
      imapSecurity: 'none',
      smtpHost: '127.0.0.1',
      smtpPort: smtp.port,
      smtpSecurity: 'none',
    }),
    stop: async () => {
      await imap.stop()
      await smtp.stop()
    },
  }
}

/** hoodiecrow behind a door of our own, which can be shut, and can break off in the middle of an answer. */
async function startImap() {
  const server = hoodiecrow({
    plugins: ['ID', 'IDLE', 'UNSELECT', 'STARTTLS', 'SASL-IR', 'XOAUTH2', needsId],
    id: { name: 'simulator' },
    users: { [USER]: { password: PASSWORD, xoauth2: { accessToken: '', sessionTimeout: 3_600_000 } } },
    storage: { INBOX: { uidvalidity: 100, messages: [] } },
  }) as Imap
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const inside = (server.server.address() as net.AddressInfo).port
  const state = {
    cutAfter: Number.POSITIVE_INFINITY,
    sockets: new Set<net.Socket>(),
    signIns: 0,
    idling: new Set<net.Socket>(),
  }
  const door = net.createServer((client) => {
    const back = net.connect(inside, '127.0.0.1')
    state.sockets.add(client)
    client.on('close', () => {
      state.sockets.delete(client)
      state.idling.delete(client)
      back.destroy()
    })
    for (const one of [client, back]) one.on('error', () => {})
    back.on('close', () => client.destroy())
    client.on('data', (bytes) => {
      const words = bytes.toString('latin1')
      if (/ LOGIN | AUTHENTICATE /i.test(words)) state.signIns += 1
      if (/ IDLE\r\n/i.test(words)) state.idling.add(client)
      if (/^DONE\r\n/i.test(words)) state.idling.delete(client)
      back.write(bytes)
    })
    back.on('data', (bytes) => {
      const part = bytes.subarray(0, Math.max(0, state.cutAfter))
      state.cutAfter -= bytes.length
      client.write(part, () => {
        if (state.cutAfter <= 0) client.destroy()
      })
    })
  })
  const open = async (port: number) => {
    door.listen(port, '127.0.0.1')
    await once(door, 'listening')
    return (door.address() as net.AddressInfo).port
  }
  const port = await open(0)
  const shut = async () => {
    const closed = once(door, 'close')
    door.close()
    for (const socket of state.sockets) socket.destroy()
    await closed
  }
  const folder = () => server.getMailbox('INBOX')
  return {
    port,
    user: USER,
    /** Puts a mail into the folder; who idles is told. */
    receive: (raw: string | Buffer, at = new Date(), flags: string[] = []) =>
      server.appendMessage('INBOX', flags, at, Buffer.from(raw).toString('latin1')),
    flags: () => folder().messages.map((m) => m.flags),
    setPassword: (password: string) => {
      server.users[USER]!.password = password
    },
    setToken: (token: string) => {
      server.users[USER]!.xoauth2.accessToken = token
    },
    /** 163 and 126: a client that did not say who it is may not open a folder. */
    refuseFolder: (words: string) => {
      refusal.words = words
    },
    /** The next answer breaks off after so many bytes. */
    cutAfter: (bytes: number) => {
      state.cutAfter = bytes
    },
    heal: () => {
      state.cutAfter = Number.POSITIVE_INFINITY
    },
    signIns: () => state.signIns,
    connections: () => state.sockets.size,
    /** How many clients wait to be told of new mail. */
    idling: () => state.idling.size,
    /** A restored or moved mailbox: other numbers for the same mails. */
    renumber: () => {
      const box = folder()
      box.uidvalidity += 1
      for (const message of box.messages) message.uid += 1000
      box.uidnext += 1000
    },
    down: shut,
    up: () => open(port),
    stop: async () => {
      refusal.words = ''
      if (door.listening) await shut()
      server.server.close()
    },
  }
}

const refusal = { words: '' }

/** ID before SELECT, as NetEase wants it; `refuseFolder` refuses even then. */
function needsId(server: Imap): void {
  const tell = server.getCommandHandler('ID')
  server.setCommandHandler('ID', (connection, ...rest) => {
    connection.knows = true
    tell(connection, ...rest)
  })
  for (const name of ['SELECT', 'EXAMINE']) {
    const open = server.getCommandHandler(name)
    server.setCommandHandler(name, (connection, parsed, data, done) => {
      const words = refusal.words || (connection.knows ? '' : 'Unsafe Login. Please contact kefu@188.com')
      if (!words) return open(connection, parsed, data, done)
      const attributes = [{ type: 'TEXT', value: words }]
      connection.send({ tag: parsed.tag, command: 'NO', attributes }, 'REFUSED', parsed, data)
      done()
    })
  }
}

export type Delivered = ParsedMail & { envelope: { from: string; to: string[] }; source: string }
type Refusal = { at: 'auth' | 'rcpt' | 'data'; code: number; words: string; times: number }

async function startSmtp() {
  const mails: Delivered[] = []
  const refusals: Refusal[] = []
  let password = PASSWORD
  let token = ''
  const refused = (at: Refusal['at']): Error | null => {
    const found = refusals.find((r) => r.at === at && r.times > 0)
    if (!found) return null
    found.times -= 1
    return Object.assign(new Error(found.words), { responseCode: found.code })
  }
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
    onAuth: (auth, _session, done) => {
      const words = Object.assign(new Error('Error: authentication failed'), { responseCode: 535 })
      const known = auth.method === 'XOAUTH2' ? auth.accessToken === token : auth.password === password
      const fault = refused('auth') ?? (known ? null : words)
      done(fault, fault ? undefined : { user: auth.username })
    },
    onRcptTo: (_address, _session, done) => done(refused('rcpt')),
    onData: async (stream, session, done) => {
      const chunks: Buffer[] = []
      try {
        for await (const chunk of stream) chunks.push(chunk as Buffer)
      } catch {
        // Whoever was sending has been killed: half a mail is none.
        return
      }
      const fault = refused('data')
      if (fault) return done(fault)
      const source = Buffer.concat(chunks)
      const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
      const to = session.envelope.rcptTo.map((r) => r.address)
      mails.push({ ...(await simpleParser(source)), envelope: { from, to }, source: source.toString() })
      done()
    },
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as net.AddressInfo).port,
    mails,
    refusals,
    refuse: (at: Refusal['at'], code: number, words: string, times = 1) =>
      refusals.push({ at, code, words, times }),
    setPassword: (to: string) => {
      password = to
    },
    setToken: (to: string) => {
      token = to
    },
    stop: () => new Promise<void>((done) => server.close(() => done())),
  }
}

type Written = {
  from?: string
  to?: string
  subject: string
  text: string
  id?: string
  at?: string
  headers?: Record<string, string>
}
let counter = 0

/** A mail as a customer's program writes it. */
export function mailText({ from, to, subject, text, id, at, headers = {} }: Written): string {
  counter += 1
  const coded = (words: string) =>
    /^[\x20-\x7e]*$/.test(words) ? words : `=?UTF-8?B?${Buffer.from(words).toString('base64')}?=`
  const lines = {
    From: from ?? 'guest@mail.test',
    To: to ?? USER,
    Subject: coded(subject),
    Date: at ?? 'Mon, 02 Mar 2026 11:59:00 +0800',
    'Message-ID': id ?? `<guest-${counter}@mail.test>`,
    ...headers,
    'MIME-Version': '1.0',
    'Content-Type': headers['Content-Type'] ?? 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': headers['Content-Transfer-Encoding'] ?? 'base64',
  }
  const head = Object.entries(lines).map(([key, value]) => `${key}: ${value}`)
  const body = headers['Content-Type'] ? text : Buffer.from(text).toString('base64')
  return `${head.join('\r\n')}\r\n\r\n${body}\r\n`
}
