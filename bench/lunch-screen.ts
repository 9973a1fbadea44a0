import type { Line, Note } from './lunch-line.ts'

/** As web/staff/app/use-live.ts gathers notes before anything is fetched again. */
export const PACE = { one: 400, board: 700, list: 2500 }
const GATHER_MS = 400

export type Seen = { screen: string; begun: number; ms: number }

/** A screen that is open: hears the notes that concern it and fetches itself again, as the console does. */
export class Screen {
  private line: Line
  private look: { screen: string; path: string; cookie: string; everyMs: number }
  private seen: Seen[]
  private show: (body: never) => void
  /** When what was told and is not yet on the screen happened. */
  private pending: number[] = []
  private timer: NodeJS.Timeout | undefined
  private last = 0

  constructor(
    line: Line,
    look: { screen: string; path: string; cookie: string; everyMs: number },
    seen: Seen[],
    show: (body: never) => void = () => {},
  ) {
    this.line = line
    this.look = look
    this.seen = seen
    this.show = show
    line.listen(look.cookie, (note) => this.hear(note))
  }

  private hear({ name, at }: Note): void {
    if (name !== 'resync' && !name.startsWith('orders.')) return
    if (at) this.pending.push(at)
    const due = this.last + this.look.everyMs - Date.now()
    this.timer ??= setTimeout(() => void this.fetch(), Math.max(GATHER_MS, due))
  }

  private async fetch(): Promise<void> {
    this.timer = undefined
    if (this.line.over) return
    this.last = Date.now()
    const news = this.pending.splice(0)
    const begun = performance.now()
    const { screen, path, cookie } = this.look
    const answer = await this.line.once({
      ...{ kind: `screen: ${screen}`, method: 'GET', path },
      headers: { cookie },
    })
    // A line that was cut: shown with the next look, as late as it is.
    if (answer?.status !== 200) return void this.pending.push(...news)
    const now = Date.now()
    for (const at of news) this.seen.push({ screen, begun, ms: now - at })
    this.show(answer.body as never)
  }
}
