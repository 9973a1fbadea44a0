import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '#contracts/tickets'
import { TimeText } from '../../app/TimeText.tsx'
import { About } from './About.tsx'
import { NamedText } from './composer/NamedText.tsx'
import { DeliveryMark, DeliveryProblem } from './Delivery.tsx'
import { Photos } from './Photos.tsx'
import styles from './Timeline.module.css'

const LOOK: Partial<Record<Entry['kind'], string | undefined>> = {
  message_out: styles.out,
  note: styles.note,
}

type Props = {
  entry: Entry
  channel: string
  channelName: string
  /** What can be done with it. */
  more?: ReactNode
}

/** A message from or to the customer, or an internal note. */
export function Message({ entry, channel, channelName, more }: Props) {
  const { t } = useTranslation(['tickets', 'links'])
  const automatic = entry.data.automatic === true
  const who =
    entry.byKind === 'staff' ? [entry.role, entry.by].filter(Boolean).join(' ') : t(`by.${entry.byKind}`)
  const what =
    entry.kind === 'note'
      ? noteOf(t, entry.data.question)
      : entry.data.proposal
        ? t('timeline.proposal')
        : channelName
  return (
    <article className={`${styles.msg} ${LOOK[entry.kind] ?? ''}`} data-automatic={automatic || undefined}>
      <NamedText text={entry.text} mentions={entry.data.mentions} />
      <Photos photos={entry.photos} />
      <About data={entry.data} />
      <footer>
        {[
          who,
          automatic ? t('automatic') : '',
          what,
          entry.from ? t('links:from', { number: entry.from.number }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}{' '}
        · <TimeText at={entry.at} />
        {entry.kind === 'message_out' ? <DeliveryMark entry={entry} /> : null}
        {more}
      </footer>
      <DeliveryProblem entry={entry} channel={channel} />
    </article>
  )
}

/** A note, or the shop's answer to what was asked. */
function noteOf(t: TFunction<'tickets'>, question: unknown): string {
  return typeof question === 'string' ? t('timeline.answer', { question }) : t('timeline.note')
}
