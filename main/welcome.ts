import { networkInterfaces } from 'node:os'
import type { RunningApp } from './app.ts'
import type { Config } from './config.ts'

type DemoLogin = { brand: string; name: string; role: string; login: string; password: string }

/** The few lines a person needs after the start: where to go, and with the demo whom to sign in as. */
export async function welcome(app: RunningApp, config: Config): Promise<string> {
  const lines = ['', '  回音 Huiyin', '', `  控制台 console      ${config.origin}/`]
  const onPhone = lanAddress(config)
  if (onPhone) lines.push(`  同一网络的手机      ${onPhone}/`)
  if (config.demo) lines.push(...(await demoLines(app, config)))
  return [...lines, '', '  Ctrl-C 停止 · stops', ''].join('\n')
}

async function demoLines(app: RunningApp, config: Config): Promise<string[]> {
  const answer = await app.server.inject('/api/demo-logins')
  const logins = answer.statusCode === 200 ? (answer.json() as DemoLogin[]) : []
  if (!logins.length) return []
  const form = await exampleForm(app)
  const agents = logins.filter((l) => l.role === 'agent')
  return [
    ...(form ? [`  顾客扫码页 form     ${config.origin}${form}`] : []),
    '',
    `  演示账号 demo logins  密码 password: ${logins[0]!.password}`,
    ...oneOfEachBrand(agents).map((l) => `    ${l.login.padEnd(24)} 客服 · ${l.brand} · ${l.name}`),
    `    登录页上有全部 ${logins.length} 个角色 · the sign-in page lists all ${logins.length}`,
  ]
}

function oneOfEachBrand(logins: DemoLogin[]): DemoLogin[] {
  return [...new Map(logins.toReversed().map((l) => [l.brand, l])).values()].toReversed()
}

async function exampleForm(app: RunningApp): Promise<string | null> {
  const { exampleFormPath } = await import('../demo/example-form.ts')
  return exampleFormPath(app)
}

/** Where a phone in the same network finds the program, while it listens to more than this machine. */
function lanAddress({ host, port }: Config): string | null {
  if (host !== '0.0.0.0' && host !== '::') return null
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  const lan = addresses.find((a) => a.family === 'IPv4' && !a.internal)
  return lan ? `http://${lan.address}:${port}` : null
}
