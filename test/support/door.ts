import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A way to the database that can be shut, as if it were away: what is under way breaks off, and nobody gets in until it is opened. */
export type Door = {
  url: string
  isOpen: () => boolean
  /** How many asked in vain. */
  turnedAway: () => number
  shut: () => void
  open: () => void
  close: () => void
}

/** `url`: of a database behind a Unix socket, as the tests' own is. */
export async function openDoor(url: string): Promise<Door> {
  const behind = new URL(url)
  const name = `.s.PGSQL.${behind.port || 5432}`
  const place = join(behind.searchParams.get('host')!, name)
  const dir = mkdtempSync(join(tmpdir(), 'huiyin-door-'))
  const lines = new Set<Socket>()
  const joinLines = (from: Socket, to: Socket) => {
    lines.add(from)
    from.pipe(to)
    from.on('error', () => {})
    from.on('close', () => {
      lines.delete(from)
      to.destroy()
    })
  }
  let isOpen = true
  let turnedAway = 0
  const server = createServer((line) => {
    if (!isOpen) {
      turnedAway += 1
      return line.destroy()
    }
    const onward = connect(place)
    joinLines(line, onward)
    joinLines(onward, line)
  })
  const shut = () => {
    isOpen = false
    for (const line of lines) line.destroy()
  }
  server.listen(join(dir, name))
  await once(server, 'listening')
  behind.searchParams.set('host', dir)
  return {
    url: behind.href,
    isOpen: () => isOpen,
    turnedAway: () => turnedAway,
    shut,
    open: () => {
      isOpen = true
    },
    close: () => {
      shut()
      server.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
