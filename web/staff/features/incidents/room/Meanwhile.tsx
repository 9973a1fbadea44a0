import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TimeText } from '../../../app/TimeText.tsx'
import forms from './forms.module.css'

/** What a colleague saved while the reader was writing, above the reader's own words, which stay. */
export function Meanwhile({ hint, children }: { hint: ReactNode; children: ReactNode }) {
  return (
    <div className={forms.meanwhile} role="status">
      <p>{hint}</p>
      {children}
    </div>
  )
}

type Theirs = { by: string; at: string | null; take: () => void; keep: () => void; children: ReactNode }

/** The same with the two ways to go on: nothing is saved until the reader has taken one. `by`: empty where nobody is known. */
export function MeanwhileTheirs({ by, at, take, keep, children }: Theirs) {
  const { t } = useTranslation('incidents')
  const hint = (
    <>
      {by ? t('review.meanwhile', { name: by }) : t('review.meanwhileOther')}{' '}
      {at ? <TimeText at={at} /> : null}
    </>
  )
  return (
    <Meanwhile hint={hint}>
      <blockquote>{children}</blockquote>
      <div className={forms.choose}>
        <Button onClick={take}>{t('review.takeTheirs')}</Button>
        <Button onClick={keep}>{t('review.keepMine')}</Button>
      </div>
    </Meanwhile>
  )
}
