import type { JSX } from 'preact'
import type { Progress } from '#contracts/tickets'
import { useReader } from '../ui/reader.ts'
import { Composer } from './Composer.tsx'
import { openQuestion } from './say-progress.ts'
import type { Outbox } from './use-outbox.ts'

type QuestionCardProps = { progress: Progress; outbox: Outbox }

/** What we asked last and wait for, with the place to answer it. */
export function QuestionCard({ progress, outbox }: QuestionCardProps): JSX.Element | null {
  const { w } = useReader()
  const question = openQuestion(progress)
  const canAnswer = progress.can.indexOf('message') >= 0
  if (!question && !canAnswer) return null
  return (
    <section class="card" aria-label={w.progress.waiting_you}>
      {question && <p class="words">{question.text}</p>}
      {outbox.list.length > 0 ? (
        <p class="quiet">{w.talk.outgoing}</p>
      ) : (
        canAnswer && (
          <Composer
            placeholder={w.talk.answerPlaceholder}
            focused={false}
            onPost={outbox.post}
            onCancel={null}
          />
        )
      )}
    </section>
  )
}
