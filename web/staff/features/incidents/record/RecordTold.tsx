import { useTranslation } from 'react-i18next'
import type { AffectedRow } from '#contracts/incidents/affected'
import { Table, useExact } from './RecordParts.tsx'

/** Who was told what the house knew, when and how, and who called whom: one line a customer, masked. */
export function RecordTold({ people }: { people: AffectedRow[] }) {
  const { t } = useTranslation('incidents')
  const exact = useExact()
  if (people.length === 0) return null
  const calledOf = ({ calledAt, calledBy, callNote }: AffectedRow) =>
    calledAt ? `${t('affected.calledBy', { name: calledBy, note: callNote })} ${exact(calledAt)}` : '—'
  return (
    <Table
      heads={[
        t('record.customer'),
        t('record.shop'),
        t('record.had'),
        t('record.state'),
        t('record.told'),
        t('record.phoned'),
        t('record.replied'),
      ]}
      rows={people.map((one) => [
        one.customerName || t('affected.nameless'),
        one.shopName,
        `${one.what} ${exact(one.at)}`,
        t(`affected.row.${one.state}`) +
          (one.way === 'none' || one.state === 'complained'
            ? ''
            : t('record.aside', { text: t(`way.${one.way}`, { defaultValue: one.way }) })),
        // May break, so that what was said on the phone has room.
        <span key="told">{exact(one.toldAt)}</span>,
        calledOf(one),
        <span key="replied">{exact(one.repliedAt)}</span>,
      ])}
    />
  )
}
