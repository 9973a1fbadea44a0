import { createServer } from 'node:net'
import { StartFault } from '#platform/db/start-fault'

/**
 * Asks for the port before anything slow is started.
 * Errors: StartFault when another program has it or the system reserves it.
 */
export function checkPort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => reject(explainPort(error, port, host) ?? error))
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

export function explainPort(error: unknown, port: number, host: string): StartFault | null {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new StartFault(
        `端口 ${port} 已被别的程序占用。请换一个，例如：PORT=${port + 1} npm start`,
        `Port ${port} is taken by another program. Choose another one, for example: PORT=${port + 1} npm start`,
        error,
      )
    case 'EACCES':
      return new StartFault(
        `系统不允许使用端口 ${port}。请用 1024 以上的端口，例如：PORT=7300 npm start`,
        `The system does not allow port ${port}. Use one above 1024, for example: PORT=7300 npm start`,
        error,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartFault(
        `这台机器没有地址 ${host}（HUIYIN_HOST）。`,
        `This machine has no address ${host} (HUIYIN_HOST).`,
        error,
      )
    default:
      return null
  }
}
