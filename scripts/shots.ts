/**
 * `npm run shots`: starts the program on fresh demo data and photographs the main pages at 1440×900 and 390×844 into docs/shots.
 * With an address (`npm run shots -- http://localhost:7300`) it photographs a program that already runs.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type BrowserContext, chromium, type Page, type Request } from 'playwright-core'
import sharp from 'sharp'
import { findBrowser } from './browser.ts'

const ROOT = join(import.meta.dirname, '..')
const OUT = join(ROOT, 'docs', 'shots')
const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }
/** Time for the last answer to be drawn. */
const QUIET_MS = 1200
type Size = keyof typeof SIZES

type Shot = { name: string; path: string; as?: string; dark?: boolean; sizes?: Size[] }
type Login = { role: string; login: string; password: string; brand: string }
type Ticket = { id: string; status: string }
/** The brand on the pictures. */
const BRAND = '茶屿'

const running = process.argv[2]
const data = mkdtempSync(join(tmpdir(), 'huiyin-shots-'))
const port = 7380
const origin = running ?? `http://localhost:${port}`
const program = running ? null : startProgram()
const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  await waitUntilReady()
  mkdirSync(OUT, { recursive: true })
  const all = (await (await fetch(`${origin}/api/demo-logins`)).json()) as Login[]
  const logins = all.filter((l) => l.brand === BRAND)
  if (!logins.length) throw new Error('the demo is not loaded')
  for (const shot of await shots(logins)) await photograph(shot, logins)
} finally {
  await browser.close()
  await stopProgram(program)
  rmSync(data, { recursive: true, force: true })
}

function startProgram(): ChildProcess {
  return spawn(process.execPath, [join(ROOT, 'main', 'start.ts')], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PORT: String(port), HUIYIN_DATA: data, HUIYIN_DEMO: '1', LOG_LEVEL: 'warn' },
  })
}

async function stopProgram(child: ChildProcess | null): Promise<void> {
  if (!child || child.exitCode !== null) return
  child.kill('SIGTERM')
  await new Promise((resolve) => child.once('exit', resolve))
}

async function waitUntilReady(): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(`${origin}/health/ready`).catch(() => null)
    if (answer?.ok) return
    if (program && program.exitCode !== null) throw new Error('the program did not start')
    await delay(200)
  }
  throw new Error(`${origin} does not answer`)
}

/** The pages with real ids of the demo: a lively ticket, a form, and the progress page of a feedback sent just now. */
async function shots(logins: Login[]): Promise<Shot[]> {
  const agent = await signIn(logins, 'agent', 'desk')
  const inbox = (await read(agent, '/api/tickets?view=all&limit=50')) as { rows: Ticket[] }
  await agent.close()
  const admin = await signIn(logins, 'admin', 'desk')
  const codes = (await read(admin, '/api/codes')) as { slug: string; place: string }[]
  const channels = (await read(admin, '/api/channels')) as { id: string; kind: string }[]
  const chat = channels.find((c) => c.kind === 'chat')?.id
  await admin.close()
  const lead = await signIn(logins, 'lead', 'desk')
  const imported = ((await read(lead, '/api/imports')) as { id: string }[])[0]?.id
  await lead.close()
  const quality = await signIn(logins, 'quality', 'desk')
  const rooms = (await read(quality, '/api/incidents')) as {
    rows: { id: string; status: string; drill: boolean }[]
  }
  await quality.close()
  const room = rooms.rows.find((one) => one.status === 'open' && !one.drill) ?? rooms.rows[0]!
  const lively = inbox.rows.find((t) => t.status === 'proposed') ?? inbox.rows[0]!
  const code = codes.find((c) => c.place === 'table') ?? codes[0]!
  return [
    { name: 'sign-in', path: '/sign-in' },
    { name: 'home', path: '/', as: 'agent' },
    { name: 'inbox', path: `/inbox?view=all&ticket=${lively.id}`, as: 'agent' },
    {
      name: 'inbox-dark',
      path: `/inbox?view=all&ticket=${lively.id}`,
      as: 'agent',
      dark: true,
      sizes: ['desk'],
    },
    { name: 'ticket', path: `/tickets/${lively.id}`, as: 'agent' },
    { name: 'ticket-case', path: `/tickets/${lively.id}?tab=case`, as: 'agent' },
    { name: 'ticket-plan', path: `/tickets/${lively.id}?tab=plan`, as: 'agent' },
    { name: 'ticket-after', path: `/tickets/${lively.id}?tab=after`, as: 'agent' },
    { name: 'todos', path: '/todos', as: 'shop_manager' },
    { name: 'revisits', path: '/revisits', as: 'agent' },
    { name: 'satisfaction', path: '/satisfaction', as: 'lead' },
    { name: 'compensations', path: '/compensations', as: 'finance' },
    { name: 'rules', path: '/rules', as: 'lead' },
    { name: 'counter', path: '/counter', as: 'shop_staff' },
    { name: 'playbook', path: '/playbook', as: 'admin' },
    { name: 'channels', path: '/channels', as: 'admin' },
    { name: 'channel-strays', path: '/channels?tab=strays', as: 'admin' },
    { name: 'channel-letters', path: '/channels?tab=letters', as: 'admin' },
    { name: 'channel-chat', path: `/channels/${chat}`, as: 'admin' },
    { name: 'calls', path: '/calls', as: 'agent' },
    { name: 'imports', path: '/import', as: 'lead' },
    { name: 'import-done', path: `/import?id=${imported}`, as: 'lead' },
    { name: 'alarms', path: '/alarms', as: 'quality' },
    { name: 'incident', path: `/incidents/${room.id}`, as: 'quality' },
    { name: 'triage-quality', path: '/triage-quality', as: 'quality' },
    { name: 'shops', path: '/shops', as: 'admin' },
    { name: 'staff', path: '/staff', as: 'admin' },
    { name: 'audit', path: '/audit', as: 'admin' },
    { name: 'form', path: `/q/${code.slug}` },
    { name: 'progress', path: await sendFeedback(code.slug) },
  ]
}

async function read(context: BrowserContext, path: string): Promise<unknown> {
  const answer = await context.request.get(origin + path)
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()}`)
  return answer.json()
}

/** As a customer; gives the path of the private progress page. */
async function sendFeedback(slug: string): Promise<string> {
  const answer = await fetch(`${origin}/api/public/forms/${slug}/feedback`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      submissionId: randomUUID(),
      mood: 'bad',
      content: '点的是少冰三分糖，喝到一半发现是全糖，还有一点没化开的糖粒。麻烦看看是不是做错了。',
      contact: '13800138000',
    }),
  })
  if (!answer.ok) throw new Error(`the form answered ${answer.status}: ${await answer.text()}`)
  return ((await answer.json()) as { progress: string }).progress
}

async function photograph(shot: Shot, logins: Login[]): Promise<void> {
  for (const size of shot.sizes ?? (Object.keys(SIZES) as Size[])) {
    const context = shot.as ? await signIn(logins, shot.as, size, shot.dark) : await open(size, shot.dark)
    const page = await context.newPage()
    await goAndSettle(page, origin + shot.path)
    const png = await page.screenshot()
    const file = join(OUT, `${shot.name}-${size}.webp`)
    const { size: bytes } = await sharp(png).webp({ quality: 78 }).toFile(file)
    console.log(`${shot.name}-${size}.webp ${Math.round(bytes / 1024)} kB`)
    await context.close()
  }
}

/** The live stream never ends, so “network idle” never comes: the page is done when nothing else has been on its way for a while. */
async function goAndSettle(page: Page, address: string): Promise<void> {
  const underway = new Set<Request>()
  let quietSince = Date.now()
  page.on('request', (request) => {
    if (!request.url().endsWith('/api/live')) underway.add(request)
  })
  const done = (request: Request) => {
    underway.delete(request)
    quietSince = Date.now()
  }
  page.on('requestfinished', done).on('requestfailed', done)
  await page.goto(address)
  const deadline = Date.now() + 20_000
  const busy = async () =>
    underway.size > 0 ||
    Date.now() - quietSince < QUIET_MS ||
    (await page.locator('[aria-busy="true"], [class*="_bone_"]').count()) > 0
  while (Date.now() < deadline && (await busy())) await delay(100)
}

function open(size: Size, dark = false): Promise<BrowserContext> {
  return browser.newContext({
    viewport: SIZES[size],
    deviceScaleFactor: size === 'phone' ? 2 : 1,
    isMobile: size === 'phone',
    hasTouch: size === 'phone',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: dark ? 'dark' : 'light',
  })
}

async function signIn(logins: Login[], role: string, size: Size, dark = false): Promise<BrowserContext> {
  const { login, password } = logins.find((l) => l.role === role) ?? logins[0]!
  const context = await open(size, dark)
  const answer = await context.request.post(`${origin}/api/session`, { data: { login, password } })
  if (!answer.ok()) throw new Error(`${login} could not sign in: ${answer.status()}`)
  return context
}
