import { useTranslation } from 'react-i18next'
import type { Step, TicketStatus } from '#contracts/tickets'
import styles from './TicketHeader.module.css'

const STEPS: readonly Step[] = ['collect', 'classify', 'assign', 'handle', 'confirm', 'revisit']

/** 收集 – 分类 – 分派 – 处理 – 确认 – 回访, the same wherever a ticket is shown. */
export function StepThread({ step, status }: { step: Step; status: TicketStatus }) {
  const { t } = useTranslation('tickets')
  const at = STEPS.indexOf(step)
  const now = t([`step.at.${status}`, `step.now.${step}`])
  return (
    <ol className={styles.steps} aria-label={t('step.label')}>
      {STEPS.map((key, index) => (
        <li key={key} data-done={index < at} aria-current={index === at ? 'step' : undefined}>
          {index === at ? now : t(`step.${key}`)}
        </li>
      ))}
    </ol>
  )
}
