/** `npm run dev`: the server restarts and both webs reload when a file changes, all behind one port. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import {
  createServer as createHttpServer,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http'
import { join } from 'node:path'
import { createServer as createVite } from 'vite'

const ROOT = join(import.meta.dirname, '..')
const PORT = Number(process.env.PORT ?? 7300)
/** The server itself; only the front below is meant for people. */
const SERVER_PORT = PORT + 1

const server = spawn(process.execPath, ['--watch', '--watch-preserve-output', 'main/start.ts'], {
  cwd: ROOT,
  stdio: ['inherit', 'inherit', 'inherit'],
  env: {
    ...process.env,
    PORT: String(SERVER_PORT),
    HUIYIN_HOST: '127.0.0.1',
    HUIYIN_ORIGIN: process.env.HUIYIN_ORIGIN ?? `http://localhost:${PORT}`,
  },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => process.exit(code ?? 0))

const front = createHttpServer()
const [staff, customer] = await Promise.all([vite('staff', 'spa', '/'), vite('customer', 'custom', '/c/')])
front.on('request', (req, res) => {
  const path = req.url ?? '/'
  if (/^\/(api|health|metrics|widget\.js)(\/|$|\?)/.test(path)) toServer(req, res)
  else if (/^\/q\//.test(path)) void page(res, 'form.html', path)
  else if (/^\/t\//.test(path)) void page(res, 'progress.html', path)
  else if (/^\/o\//.test(path)) void page(res, 'order.html', path)
  else if (/^\/k\/[^/]+\/[^/]+$/.test(path)) void page(res, 'kiosk.html', path)
  else if (/^\/[es]\//.test(path)) void page(res, 'event.html', path)
  else if (/^\/f\//.test(path)) void page(res, 'salon.html', path)
  else (path.startsWith('/c/') ? customer : staff).middlewares(req, res)
})
front.listen(PORT, () => console.log(`\n  http://localhost:${PORT}/  (npm run dev)\n`))

function vite(web: string, appType: 'spa' | 'custom', base: string) {
  return createVite({
    configFile: join(ROOT, 'web', web, 'vite.config.ts'),
    appType,
    logLevel: 'warn',
    cacheDir: join(ROOT, 'node_modules', '.cache', `vite-${web}`),
    server: { middlewareMode: true, hmr: { server: front, path: `${base}hmr` } },
  })
}

/** Its scripts are named from its own folder, but it is served at /q/…, /t/… and /k/…. */
async function page(res: ServerResponse, file: string, path: string): Promise<void> {
  const source = readFileSync(join(ROOT, 'web', 'customer', file), 'utf8').replaceAll('"./', '"/')
  const html = await customer.transformIndexHtml(`/${file}`, source, path)
  res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' }).end(html)
}

/** While the server restarts the request waits a little instead of failing. */
function toServer(req: IncomingMessage, res: ServerResponse, tries = 20): void {
  const passed = request(
    { port: SERVER_PORT, host: '127.0.0.1', method: req.method, path: req.url, headers: req.headers },
    (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(res)
    },
  )
  const leave = () => passed.destroy()
  res.once('close', leave)
  passed.on('error', () => {
    res.off('close', leave)
    if (tries > 0 && !res.headersSent && req.readableLength === 0 && req.method === 'GET') {
      setTimeout(() => toServer(req, res, tries - 1), 250)
    } else if (!res.headersSent) res.writeHead(503, { 'retry-after': '2' }).end()
    else res.destroy()
  })
  req.pipe(passed)
}
