import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { findNode, installIfNeeded, ROOT } from './install.mjs'
import { COMPILE_CACHE, nodeOptions } from './node-options.mjs'
import { buildWebIfStale } from './web-build.mjs'

installIfNeeded()
const node = findNode()
await buildWebIfStale(node)

// The extra channel tells the program when this starter is killed.
const program = spawn(node, [...nodeOptions(process.env.HUIYIN_ROLE), join(ROOT, 'main', 'start.ts')], {
  cwd: process.cwd(),
  env: { ...COMPILE_CACHE, ...process.env },
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => program.kill(signal))
program.on('exit', (code) => process.exit(code ?? 1))

// npm ends without a word to us when it is killed; whoever started it wants the program gone too.
const parent = process.ppid
if (process.env.npm_lifecycle_event) {
  setInterval(() => process.ppid !== parent && program.kill('SIGTERM'), 1000).unref()
}
