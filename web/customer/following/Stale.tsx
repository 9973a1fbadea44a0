import type { JSX } from 'preact'
import { useReader } from '../ui/reader.ts'
import { shortTime } from '../when.ts'
import { fill } from '../words.ts'
import type { Following } from './use-following.ts'

/** Says so when what is shown may be old, and from when it is. */
export function Stale({
  following,
}: {
  following: Pick<Following<unknown>, 'stale' | 'readAt'>
}): JSX.Element {
  const { w, locale } = useReader()
  const { stale, readAt } = following
  const time = shortTime(readAt, new Date(), w, locale)
  return (
    <div aria-live="polite">
      {stale && (
        <p class="notice">{fill(stale === 'offline' ? w.progress.offline : w.progress.stale, { time })}</p>
      )}
    </div>
  )
}
