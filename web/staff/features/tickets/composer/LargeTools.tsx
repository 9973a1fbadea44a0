import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblem } from '../../../ui/use-problem.ts'
import styles from './Composer.module.css'
import notes from './ComposerNotes.module.css'
import type { ComposerMode } from './composer-mode.ts'
import { boxOf } from './draft-box.ts'
import { useLargeText, useLargeUses } from './large-queries.ts'

type Props = {
  ticketId: string
  mode: ComposerMode
  write: (text: string) => void
}

/** 摘要 and 起草回复, where a large model is connected for them: what comes back is read, edited and sent by a person, or not. */
export function useLargeTools({ ticketId, mode, write }: Props) {
  const { t } = useTranslation('composer')
  const uses = useLargeUses()
  const summary = useLargeText(ticketId, 'summary')
  const draft = useLargeText(ticketId, 'reply')
  const problem = useProblem()
  const [told, setTold] = useState<string | null>(null)
  const summarise = () =>
    summary.mutate(undefined, { onError: problem, onSuccess: (given) => setTold(given.text) })
  const begin = () =>
    draft.mutate(undefined, {
      onError: problem,
      onSuccess: (given) => {
        // What was typed while the model was writing stays above.
        const now = boxOf(ticketId, mode).writing.text.trimEnd()
        write(now ? `${now}\n${given.text}` : given.text)
      },
    })
  return {
    tools: (
      <>
        {uses.includes('summary') ? (
          <button type="button" className={styles.tool} disabled={summary.isPending} onClick={summarise}>
            {t(summary.isPending ? 'large.reading' : 'large.summary')}
          </button>
        ) : null}
        {uses.includes('reply') && mode === 'reply' ? (
          <button type="button" className={styles.tool} disabled={draft.isPending} onClick={begin}>
            {t(draft.isPending ? 'large.writing' : 'large.draft')}
          </button>
        ) : null}
      </>
    ),
    note: told ? (
      <div className={notes.told} role="status">
        <p>
          <b>{t('large.told')}</b>
          {told}
        </p>
        <button type="button" onClick={() => setTold(null)}>
          {t('large.close')}
        </button>
      </div>
    ) : null,
  }
}
