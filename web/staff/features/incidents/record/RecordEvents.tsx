import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '#contracts/incidents'
import { useFactWords } from '../room/use-fact-words.ts'
import { Part, Table, useExact } from './RecordParts.tsx'

/** What happened when, oldest first; repeated calls stand in the list of calls. */
export function RecordEvents({ entries }: { entries: TimelineEntry[] }) {
  const { t } = useTranslation('incidents')
  const exact = useExact()
  const words = useFactWords()
  return (
    <Part title={t('record.part.timeline')} none={entries.length === 0}>
      <Table
        heads={[t('record.at'), t('record.by'), t('record.event')]}
        rows={entries
          .filter(({ fact }) => fact !== 'called_again')
          .map((entry) => [
            <time key="at">{exact(entry.at)}</time>,
            entry.by || t(entry.kind === 'reply' ? 'by.customer' : 'by.system'),
            entry.kind === 'fact'
              ? words(entry)
              : `${t(`timeline.kind.${entry.fact || entry.kind}`)}${t('fact.colon')}${entry.text}`,
          ])}
      />
    </Part>
  )
}
