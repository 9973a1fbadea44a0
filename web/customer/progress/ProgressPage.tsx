import type { JSX } from 'preact'
import type { Progress } from '#contracts/tickets'
import { Stale } from '../following/Stale.tsx'
import { useFollowing } from '../following/use-following.ts'
import { Frame } from '../ui/Frame.tsx'
import { useChange } from '../ui/hooks.ts'
import { LoadTrouble } from '../ui/LoadTrouble.tsx'
import { useReader } from '../ui/reader.ts'
import { fill } from '../words.ts'
import { Conversation } from './Conversation.tsx'
import { RatingCard } from './RatingCard.tsx'
import { Reopen } from './Reopen.tsx'
import { RevisitCard } from './RevisitCard.tsx'
import { stateOf } from './say-progress.ts'
import { Thread } from './Thread.tsx'
import { useOutbox } from './use-outbox.ts'

/** /t/:token — what happened so far, what comes next, and everything the customer can do about it. */
export function ProgressPage(): JSX.Element {
  const { w } = useReader()
  const following = useFollowing(isProgress)
  const { subject: progress, loading } = following
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

function isProgress(body: unknown): body is Progress {
  return typeof body === 'object' && body !== null && Array.isArray((body as Progress).steps)
}
