import { useTranslation } from 'react-i18next'
import type { CompensationDesk } from '#contracts/tickets/compensation'
import styles from './Compensation.module.css'
import { formatMoney } from './money.ts'

/** What will happen with this amount, said before it is sent. */
export function PathLine({ desk, amountMinor }: { desk: CompensationDesk; amountMinor: number }) {
  const { t, i18n } = useTranslation(['compensation', 'tickets'])
  const money = (minor: number) => formatMoney(minor, desk.currency, i18n.language)
  if (amountMinor <= 0) return <p className={styles.path}>{t('path.unknown')}</p>
  const path = desk.paths.find((p) => p.upToMinor === null || amountMinor <= p.upToMinor)
  const steps = path?.steps ?? []
  const names = steps.map(({ role, approver, standsInFor }) =>
    [t(`tickets:role.${role}`), approver?.name, standsInFor && t('path.standsIn', { name: standsInFor.name })]
      .filter(Boolean)
      .join(' '),
  )
  const stuck = steps.some((step) => !step.approver)
  return (
    <p
      className={styles.path}
      data-look={stuck ? 'stuck' : steps.length ? 'asks' : 'free'}
      aria-live="polite"
      role="status"
    >
      {steps.length === 0
        ? t('path.free')
        : stuck
          ? t('path.stuck')
          : t(steps.length === 1 ? 'path.asksOne' : 'path.asks', {
              count: steps.length,
              names: names.join(' → '),
            })}
      {steps.some((step) => step.why !== 'amount') && desk.budget ? (
        <small>
          {t('path.budget', { limit: money(desk.budget.limitMinor), used: money(desk.budget.usedMinor) })}
        </small>
      ) : null}
      {desk.alreadyMinor > 0 ? (
        <small>{t('path.already', { amount: money(desk.alreadyMinor) })}</small>
      ) : null}
    </p>
  )
}
