// Runs a TypeScript file with the Node that the project brings, whatever Node called us: node scripts/run.mjs <file> [arguments]
import { spawn } from 'node:child_process'
import { findNode, installIfNeeded, ROOT } from './install.mjs'

installIfNeeded()
const program = spawn(findNode(), process.argv.slice(2), { cwd: ROOT, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => program.kill(signal))
program.on('exit', (code) => process.exit(code ?? 1))
