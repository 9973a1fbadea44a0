import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the server listens: a socket in a private folder, or loopback. */
export type Door = { kind: 'socket'; dir: string; port: number } | { kind: 'loopback'; port: number }

const FILE = 'huiyin.conf'
const MB = 1024 * 1024

/**
 * The server's settings for a machine with so much memory.
 * Shape: durable (synchronous_commit stays on); logs keep seven days and carry no values of statements, which are personal data.
 */
export function clusterSettings(door: Door, memoryBytes: number): Record<string, string> {
  const memoryMb = Math.floor(memoryBytes / MB)
  return {
    ...listening(door),
    max_connections: '100',
    shared_buffers: `${Math.max(32, Math.min(256, Math.floor(memoryMb / 8)))}MB`,
    effective_cache_size: `${Math.max(128, Math.floor(memoryMb / 2))}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    synchronous_commit: 'on',
    wal_compression: 'pglz',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    idle_in_transaction_session_timeout: '5min',
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgres-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_checkpoints: 'off',
    log_error_verbosity: 'terse',
    log_parameter_max_length: '0',
    log_min_duration_statement: '1s',
  }
}

function listening(door: Door): Record<string, string> {
  return door.kind === 'socket'
    ? {
        listen_addresses: '',
        unix_socket_directories: door.dir,
        unix_socket_permissions: '0700',
        port: String(door.port),
      }
    : { listen_addresses: '127.0.0.1', port: String(door.port) }
}

/** Written anew at every start; postgresql.conf only includes it. */
export function writeSettings(
  dir: string,
  settings: Record<string, string>,
  own: (path: string) => void,
): void {
  const main = join(dir, 'postgresql.conf')
  const include = `include_if_exists = '${FILE}'`
  if (existsSync(main) && !readFileSync(main, 'utf8').includes(include))
    appendFileSync(main, `\n${include}\n`)
  const lines = Object.entries(settings).map(
    ([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`,
  )
  writeFileSync(join(dir, FILE), lines.join(''))
  own(join(dir, FILE))
}
