import { useTranslation } from 'react-i18next'
import type { PlanOffer } from '#contracts/incidents'
import styles from './open.module.css'

type Props = { offers: readonly PlanOffer[]; plan: string; choose: (key: string) => void }

export function PlanPick({ offers, plan, choose }: Props) {
  const { t } = useTranslation('incidents')
  return (
    <fieldset className={styles.plans}>
      <legend>{t('open.plan')}</legend>
      {offers.map((offer) => (
        <label key={offer.key} data-on={offer.key === plan}>
          <input type="radio" name="plan" checked={offer.key === plan} onChange={() => choose(offer.key)} />
          <span>
            <b>{offer.name}</b>
            <i>{t('open.steps', { count: offer.steps })}</i>
            <small>{offer.summary}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
