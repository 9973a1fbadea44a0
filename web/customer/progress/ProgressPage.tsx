import type { JSX } from 'preact'
import { Frame } from '../ui/Frame.tsx'
import { useChange } from '../ui/hooks.ts'
import { LoadTrouble } from '../ui/LoadTrouble.tsx'
import { useReader } from '../ui/reader.ts'
import { shortTime } from '../when.ts'
import { fill } from '../words.ts'
import { Conversation } from './Conversation.tsx'
import { RatingCard } from './RatingCard.tsx'
import { Reopen } from './Reopen.tsx'
import { RevisitCard } from './RevisitCard.tsx'
import { stateOf } from './say-progress.ts'
import { Thread } from './Thread.tsx'
import { useOutbox } from './use-outbox.ts'
import { type Following, useProgress } from './use-progress.ts'

/** /t/:token — what happened so far, what comes next, and everything the customer can do about it. */
export function ProgressPage(): JSX.Element {
  const { w } = useReader()
  const following = useProgress()
  const { progress, loading } = following
  const outbox = useOutbox(following.take)
  useChange([progress], () => {
    if (progress) document.title = `${w.progress[stateOf(progress)]} · ${progress.brand}`
  })
  if (!progress || loading.state === 'refused') {
    return <LoadTrouble kind="progress" loading={loading} onRetry={following.look} />
  }
  // While the question stands it is the one thing to answer.
  const asked = progress.revisit?.answer === null
  return (
    <Frame shop={[progress.brand, progress.shop]} wide>
      <main class="progress">
        <header>
          <h1 aria-live="polite">{w.progress[stateOf(progress)]}</h1>
          <p class="lead">{fill(w.progress.number, { number: progress.number })}</p>
          {progress.alsoNumbers.length > 0 && (
            <p class="lead">{fill(w.progress.together, { numbers: progress.alsoNumbers.join('、') })}</p>
          )}
          <Stale following={following} />
        </header>
        <div class="column">
          <RevisitCard progress={progress} onDone={following.take} />
          <Thread progress={progress} outbox={outbox} onDone={following.take} />
          {!asked && (progress.can.indexOf('rate') >= 0 || progress.rating) && (
            <RatingCard progress={progress} onDone={following.take} />
          )}
          {!asked && progress.can.indexOf('reopen') >= 0 && (
            <Reopen progress={progress} onDone={following.take} />
          )}
        </div>
        <div class="column">
          <Conversation progress={progress} outbox={outbox} />
        </div>
      </main>
    </Frame>
  )
}

function Stale({ following }: { following: Following }): JSX.Element {
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
