import { resolve } from 'node:path'
import { z } from 'zod'
import { StartFault } from '#platform/db/start-fault'

type Setting = { schema: z.ZodType; zh: string; en: string }

const Port = z.coerce.number().int().min(1).max(65535)
const Demo = z.enum(['0', '1', 'true', 'false', 'live'])
const Flag = z.enum(['0', '1', 'true', 'false']).transform((v) => v === '1' || v === 'true')
const Address = z.url({ protocol: /^https?$/ }).transform((v) => v.replace(/\/+$/, ''))
const PostgresUrl = z.url({ protocol: /^postgres(ql)?$/ })
const Key = z.base64().refine((v) => Buffer.from(v, 'base64').length === 32)
const LogLevel = z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])

/** Every setting with what it must be; docs/settings.md explains each, and a test holds the two together. */
const SETTINGS = {
  PORT: { schema: Port.default(7300), zh: '1–65535 的端口号', en: 'a port from 1 to 65535' },
  HUIYIN_HOST: {
    schema: z.string().min(1).default('0.0.0.0'),
    zh: '要监听的地址',
    en: 'an address to listen on',
  },
  HUIYIN_DATA: { schema: z.string().min(1).default('./data'), zh: '文件夹路径', en: 'a folder' },
  HUIYIN_ORIGIN: {
    schema: Address.optional(),
    zh: '对外的网址，例如 https://feedback.example.com',
    en: 'the public address, such as https://feedback.example.com',
  },
  HUIYIN_ROLE: {
    schema: z.enum(['web', 'worker', 'all']).default('all'),
    zh: 'web、worker 或 all',
    en: 'web, worker or all',
  },
  HUIYIN_DEMO: { schema: Demo.optional(), zh: '0、1 或 live', en: '0, 1 or live' },
  HUIYIN_TRUST_PROXY: { schema: Flag.default(false), zh: '0 或 1', en: '0 or 1' },
  HUIYIN_PRIVATE_WEBHOOKS: { schema: Flag.default(false), zh: '0 或 1', en: '0 or 1' },
  HUIYIN_KEY: { schema: Key.optional(), zh: '32 字节的 base64 密钥', en: '32 bytes in base64' },
  DATABASE_URL: {
    schema: PostgresUrl.optional(),
    zh: 'postgres://用户:密码@主机/库名',
    en: 'postgres://user:password@host/database',
  },
  DATABASE_READ_URL: {
    schema: PostgresUrl.optional(),
    zh: 'postgres://用户:密码@主机/库名',
    en: 'postgres://user:password@host/database',
  },
  LOG_LEVEL: {
    schema: LogLevel.optional(),
    zh: LogLevel.options.join('、'),
    en: LogLevel.options.join(', '),
  },
} satisfies Record<string, Setting>

export const settingNames = Object.keys(SETTINGS)

export type Config = {
  port: number
  host: string
  /** Absolute path of the data folder: database, photos, keys. */
  dataDir: string
  /** Public address without a trailing slash. */
  origin: string
  role: 'web' | 'worker' | 'all'
  demo: boolean
  /** The demo's shops go on working while the program runs. */
  demoLive: boolean
  trustProxy: boolean
  privateHooks: boolean
  key: string | undefined
  databaseUrl: string | undefined
  databaseReadUrl: string | undefined
  logLevel: z.infer<typeof LogLevel>
}

type Values = { [K in keyof typeof SETTINGS]: z.infer<(typeof SETTINGS)[K]['schema']> }

/**
 * Reads the settings from the environment. An empty value counts as absent.
 * Shape:  the demo is on for the embedded database and off for an external one, unless HUIYIN_DEMO says otherwise.
 * Errors: StartFault naming the setting that is wrong or unknown (a slip in HUIYIN_DEMO must not load a demo).
 */
export function readConfig(env: NodeJS.ProcessEnv, terminal = false): Config {
  refuseUnknown(env)
  const values = Object.fromEntries(
    Object.entries<Setting>(SETTINGS).map(([name, setting]) => [name, readSetting(name, setting, env[name])]),
  ) as Values
  return {
    port: values.PORT,
    host: values.HUIYIN_HOST,
    dataDir: resolve(values.HUIYIN_DATA),
    origin: values.HUIYIN_ORIGIN ?? `http://localhost:${values.PORT}`,
    role: values.HUIYIN_ROLE,
    demo: values.HUIYIN_DEMO ? !['0', 'false'].includes(values.HUIYIN_DEMO) : !values.DATABASE_URL,
    demoLive: values.HUIYIN_DEMO === 'live',
    trustProxy: values.HUIYIN_TRUST_PROXY,
    privateHooks: values.HUIYIN_PRIVATE_WEBHOOKS,
    key: values.HUIYIN_KEY,
    databaseUrl: values.DATABASE_URL,
    databaseReadUrl: values.DATABASE_READ_URL,
    logLevel: values.LOG_LEVEL ?? (terminal ? 'warn' : 'info'),
  }
}

function readSetting(name: string, { schema, zh, en }: Setting, given: string | undefined): unknown {
  const read = schema.safeParse(given || undefined)
  if (read.success) return read.data
  const shown = /URL|KEY/.test(name) ? ' ' : `（${given}）`
  throw new StartFault(
    `设置 ${name}${shown}不对：应为 ${zh}。`,
    `The setting ${name} is wrong: it must be ${en}.`,
  )
}

function refuseUnknown(env: NodeJS.ProcessEnv): void {
  const unknown = Object.keys(env).find((name) => name.startsWith('HUIYIN_') && !settingNames.includes(name))
  if (!unknown) return
  throw new StartFault(
    `没有 ${unknown} 这个设置。全部设置见 docs/settings.md。`,
    `There is no setting ${unknown}. All settings are listed in docs/settings.md.`,
  )
}
