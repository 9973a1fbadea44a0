import { useTranslation } from 'react-i18next'
import type { Playbook } from '#contracts/playbook'
import type { Edit } from './draft-editing.ts'
import styles from './fields.module.css'
import { NumberLine } from './NumberLine.tsx'

/** Warning, breach and alarm: the numbers around the deadlines. */
export function SlaExtras({ sla, edit }: { sla: Playbook['sla']; edit: Edit | null }) {
  const { t } = useTranslation('playbook-admin')
  const set = (key: string) => (edit ? (value: number) => edit.change(['sla', key], value) : undefined)
  const share = (key: string) =>
    edit ? (value: number) => edit.change(['sla', key], value / 100) : undefined
  return (
    <ul className={styles.numbers}>
      <NumberLine
        label={t('sla.warnAt')}
        unit={t('sla.percent')}
        value={Math.round(sla.warnAt * 100)}
        min={10}
        max={95}
        onChange={share('warnAt')}
      />
      <NumberLine
        label={t('sla.reopenedFactor')}
        unit={t('sla.percent')}
        value={Math.round(sla.reopenedFactor * 100)}
        min={10}
        max={100}
        onChange={share('reopenedFactor')}
      />
      <NumberLine
        label={t('sla.escalateEveryMin')}
        unit={t('sla.unit.min')}
        value={sla.escalateEveryMin}
        min={1}
        max={10080}
        onChange={set('escalateEveryMin')}
      />
      <NumberLine
        label={t('sla.alarmEverySec')}
        unit={t('sla.seconds')}
        value={sla.alarmEverySec}
        min={10}
        max={3600}
        onChange={set('alarmEverySec')}
      />
    </ul>
  )
}
