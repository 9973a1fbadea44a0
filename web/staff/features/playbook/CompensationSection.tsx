import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CompensationOffer, Playbook } from '#contracts/playbook'
import { PlusIcon } from '../../ui/icons.tsx'
import { Section } from '../../ui/Section.tsx'
import { useMoney } from '../../ui/use-money.ts'
import { type Edit, moved } from './draft-editing.ts'
import fieldsStyles from './fields.module.css'
import layoutStyles from './layout.module.css'
import listsStyles from './lists.module.css'
import { NumberLine } from './NumberLine.tsx'
import { OfferDrawer } from './OfferDrawer.tsx'
import { RoleAmounts } from './RoleAmounts.tsx'
import { useCondition } from './use-condition.ts'
import { usePlaybookWords } from './use-playbook-words.ts'

const NUMBERS = [
  { key: 'doubleDays', unit: 'days', min: 1, max: 730 },
  { key: 'couponDays', unit: 'days', min: 1, max: 730 },
  { key: 'approveWithinMin', unit: 'minutes', min: 5, max: 20160 },
] as const

/** What is given for what, who may give how much, and who is asked beyond it (H5). */
export function CompensationSection({ doc, edit }: { doc: Playbook; edit: Edit | null }) {
  const { t } = useTranslation('playbook-admin')
  const policy = doc.compensation
  return (
    <>
      <Offers doc={doc} edit={edit} />
      <Section title={t('offer.limits')} hint={t('offer.limitsHint')}>
        <RoleAmounts
          rows={policy.limits.map(({ role, upToMinor }) => ({ role, amountMinor: upToMinor }))}
          change={
            edit &&
            ((rows) =>
              edit.change(
                ['compensation', 'limits'],
                rows.map(({ role, amountMinor }) => ({ role, upToMinor: amountMinor })),
              ))
          }
          words="offer.upTo"
        />
      </Section>
      <Section title={t('offer.approvals')} hint={t('offer.approvalsHint')}>
        <RoleAmounts
          rows={policy.approvals.map(({ role, overMinor }) => ({ role, amountMinor: overMinor }))}
          change={
            edit &&
            ((rows) =>
              rows.length > 0 &&
              edit.change(
                ['compensation', 'approvals'],
                rows
                  .map(({ role, amountMinor }) => ({ role, overMinor: amountMinor }))
                  .sort((a, b) => a.overMinor - b.overMinor),
              ))
          }
          words="offer.over"
        />
      </Section>
      <Section title={t('offer.rest')}>
        <ul className={fieldsStyles.numbers}>
          <Budget doc={doc} edit={edit} />
          {NUMBERS.map(({ key, unit, min, max }) => (
            <NumberLine
              key={key}
              label={t(`offer.${key}`)}
              unit={t(`offer.unit.${unit}`)}
              value={policy[key]}
              min={min}
              max={max}
              onChange={edit ? (value) => edit.change(['compensation', key], value) : undefined}
            />
          ))}
        </ul>
      </Section>
    </>
  )
}

function Budget({ doc, edit }: { doc: Playbook; edit: Edit | null }) {
  const { t } = useTranslation(['playbook-admin', 'people'])
  const money = useMoney(doc.compensation.currency)
  const { shopMonthMinor, overBudgetRole } = doc.compensation
  return (
    <li className={fieldsStyles.number}>
      <label htmlFor="shop-month">{t('offer.shopMonth', { role: t(`people:role.${overBudgetRole}`) })}</label>
      {edit ? (
        <InputNumber
          id="shop-month"
          min={0}
          max={10_000_000}
          precision={0}
          placeholder={t('offer.noBudget')}
          value={shopMonthMinor === undefined ? null : shopMonthMinor / 100}
          onChange={(value) =>
            edit.change(['compensation', 'shopMonthMinor'], value === null ? undefined : value * 100)
          }
        />
      ) : (
        <b>{shopMonthMinor === undefined ? t('offer.noBudget') : money(shopMonthMinor)}</b>
      )}
    </li>
  )
}

function Offers({ doc, edit }: { doc: Playbook; edit: Edit | null }) {
  const { t } = useTranslation('playbook-admin')
  const [open, setOpen] = useState<number | null>(null)
  const { offers } = doc.compensation
  const path = ['compensation', 'offers']
  return (
    <>
      {offers.length === 0 ? <p>{t('offer.none')}</p> : null}
      <ol className={listsStyles.rules}>
        {offers.map((offer, place) => (
          <li key={offer.key}>
            <OfferWords doc={doc} offer={offer} />
            {edit ? (
              <span className={layoutStyles.buttons}>
                <Button type="text" size="small" onClick={() => setOpen(place)}>
                  {t('edit.change')}
                </Button>
                <Button
                  type="text"
                  size="small"
                  disabled={place === 0}
                  onClick={() => edit.change(path, moved(offers, place, -1))}
                >
                  {t('edit.up')}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      {edit ? (
        <Button icon={<PlusIcon size={14} />} onClick={() => setOpen(-1)}>
          {t('offer.new')}
        </Button>
      ) : null}
      {edit && open !== null ? (
        <OfferDrawer doc={doc} edit={edit} index={open} onClose={() => setOpen(null)} />
      ) : null}
    </>
  )
}

function OfferWords({ doc, offer }: { doc: Playbook; offer: CompensationOffer }) {
  const { t } = useTranslation('playbook-admin')
  const { say, severity } = usePlaybookWords(doc)
  const money = useMoney(doc.compensation.currency)
  const { severityFrom, customers, ...when } = offer.when
  const condition = [
    useCondition(doc)(when),
    severityFrom ? t('offer.from', { level: severity(severityFrom) }) : '',
    customers?.map((value) => t(`offer.customer.${value}`)).join('、'),
  ]
  const worth = offer.points
    ? t('offer.points', { count: offer.points })
    : offer.amountMinor
      ? money(offer.amountMinor)
      : ''
  return (
    <span className={listsStyles.rule}>
      <strong>{say(offer.name)}</strong>
      <span>{condition.filter(Boolean).join(' · ') || t('rule.always')}</span>
      <span>
        {[t(`offer.kind.${offer.kind}`), worth, offer.item ? say(offer.item) : '']
          .filter(Boolean)
          .join(' · ')}
      </span>
      <small>{say(offer.reason)}</small>
    </span>
  )
}
