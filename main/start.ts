import { join } from 'node:path'
import { readMasterKey } from '#platform/crypto/keys'
import { startEmbedded } from '#platform/db/embedded'
import { lockFolder } from '#platform/db/folder-lock'
import { migrate } from '#platform/db/migrate'
import { type AppOptions, openApp, type RunningApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { openDataDir } from './data-dir.ts'
import { markDataVersion } from './data-version.ts'
import { explain } from './explain.ts'
import { type Lifetime, startLifetime } from './lifetime.ts'
import { ROOMS } from './modules.ts'
import { checkPort, explainPort } from './port.ts'
import { giveWay } from './priority.ts'
import { withProgress } from './progress.ts'
import { welcome } from './welcome.ts'

type Addresses = { ownerUrl: string; appUrl: string; appRole?: string }

let postmasterPid: (() => number) | undefined

const life = startLifetime({
  onEnding: () => console.log('\n正在停止 · stopping'),
  // What is committed stays: the next start recovers it.
  force: () => postmasterPid && process.kill(postmasterPid(), 'SIGQUIT'),
})

for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error) => {
    console.error(error)
    void life.end(1)
  })
}

try {
  await start(readConfig(process.env, process.stdout.isTTY), life)
} catch (error) {
  if (!life.ending()) {
    explain(error)
    await life.end(1)
  }
}

/** From the settings to an open door, each step undone in reverse at the end. */
async function start(config: Config, life: Lifetime): Promise<void> {
  openDataDir(config.dataDir)
  const addresses = config.databaseUrl ? external(config.databaseUrl) : await ownDatabase(config, life)
  if (life.ending()) return
  await withProgress('更新数据库结构 · updating the database', () => migrate(addresses.ownerUrl, ROOMS))
  if (life.ending()) return
  const app = await life.keep(openApp(appOptions(config, addresses)), (opened) => opened.close())
  if (config.demo) await fillDemo(app, addresses.ownerUrl)
  if (life.ending()) return
  giveWay(config.role)
  await app.work()
  if (config.demoLive && config.role !== 'web') await life.keep(liveOn(app), (live) => live.stop())
  if (config.role === 'worker') return console.log('回音后台已启动 · the worker is running')
  await app.listen(config.port, config.host).catch((error: unknown) => {
    throw explainPort(error, config.port, config.host) ?? error
  })
  console.log(await welcome(app, config))
}

/** The embedded server, guarded by the folder's lock; the port is asked for first because the rest takes seconds. */
async function ownDatabase(config: Config, life: Lifetime): Promise<Addresses> {
  await life.keep(Promise.resolve(lockFolder(config.dataDir, config.origin)), (lock) => lock.release())
  if (config.role !== 'worker') await checkPort(config.port, config.host)
  markDataVersion(config.dataDir)
  const database = await life.keep(
    withProgress('启动数据库 · starting the database', () =>
      startEmbedded({
        dir: config.dataDir,
        log: (line) => console.log(`  ${line}`),
        onLost: (error) => {
          explain(error)
          void life.end(1)
        },
      }),
    ),
    (opened) => opened.stop(),
  )
  postmasterPid = () => database.postmasterPid
  return database
}

/** An external server knows one user, the owner; the program switches to the role that row-level security binds. */
function external(url: string): Addresses {
  return { ownerUrl: url, appUrl: url, appRole: 'huiyin_app' }
}

function appOptions(config: Config, addresses: Addresses): AppOptions {
  return {
    ...addresses,
    masterKey: readMasterKey(join(config.dataDir, 'keys.json'), config.key),
    filesDir: join(config.dataDir, 'files'),
    origin: config.origin,
    demo: config.demo,
    readUrl: config.databaseReadUrl,
    role: config.role,
    trustProxy: config.trustProxy,
    privateHooks: config.privateHooks,
    logLevel: config.logLevel,
  }
}

/** Into an empty database only; loadDemo looks for itself. */
async function fillDemo(app: RunningApp, ownerUrl: string): Promise<void> {
  const { loadDemo } = await import('../demo/load.ts')
  await withProgress('装入演示数据 · loading the demo', (report) => loadDemo(app, ownerUrl, report))
}

async function liveOn({ services }: RunningApp) {
  const { startLiveDemo } = await import('../demo/live/live.ts')
  return startLiveDemo(services)
}
