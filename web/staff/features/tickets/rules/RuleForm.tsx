import { Button, Checkbox, Input, InputNumber, Radio, Select } from 'antd'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { RuleAfter } from '#contracts/tickets/rules'
import { ConditionList } from '../inbox/ConditionList.tsx'
import { ActionFields } from './ActionFields.tsx'
import { blankAction, type RuleDraft, type RuleUnit } from './rule-draft.ts'
import styles from './rules.module.css'

type Props = { draft: RuleDraft; change: (part: Partial<RuleDraft>) => void }
const MOST_ACTIONS = 8

/** When, if, then: three blocks that read from top to bottom like the sentence. */
export function RuleForm({ draft, change }: Props) {
  const { t } = useTranslation('rules')
  const id = useId()
  return (
    <div className={styles.form}>
      <label htmlFor={id}>{t('name')}</label>
      <Input
        id={id}
        value={draft.name}
        maxLength={60}
        placeholder={t('namePlaceholder')}
        onChange={(event) => change({ name: event.target.value })}
      />
      <Block word="when">
        <Radio.Group
          value={draft.trigger}
          onChange={(event) => change({ trigger: event.target.value })}
          className={styles.choices}
        >
          {(['opened', 'changed', 'time'] as const).map((trigger) => (
            <Radio key={trigger} value={trigger}>
              {t(`trigger.${trigger}`)}
            </Radio>
          ))}
        </Radio.Group>
        {draft.trigger === 'changed' ? <p className={styles.hint}>{t('changedHint')}</p> : null}
        {draft.trigger === 'time' ? <Time draft={draft} change={change} /> : null}
      </Block>
      <Block word="if">
        <ConditionList conditions={draft.conditions} onChange={(conditions) => change({ conditions })} />
        {draft.conditions.length === 0 ? <p className={styles.hint}>{t('noConditions')}</p> : null}
      </Block>
      <Block word="then">
        <Actions draft={draft} change={change} />
        <Checkbox checked={draft.stops} onChange={(event) => change({ stops: event.target.checked })}>
          {t('stops')}
        </Checkbox>
      </Block>
    </div>
  )
}

function Block({ word, children }: { word: 'when' | 'if' | 'then'; children: ReactNode }) {
  const { t } = useTranslation('rules')
  return (
    <section className={styles.block} aria-label={t(`block.${word}`)}>
      <h3>{t(`block.${word}`)}</h3>
      <div>{children}</div>
    </section>
  )
}

function Time({ draft, change }: Props) {
  const { t } = useTranslation('rules')
  return (
    <div className={styles.line}>
      <Select
        aria-label={t('after.what')}
        value={draft.what}
        options={RuleAfter.options.map((value) => ({ value, label: t(`after.${value}`) }))}
        onChange={(what) => change({ what })}
      />
      <InputNumber
        aria-label={t('after.amount')}
        min={1}
        max={500}
        precision={0}
        value={draft.amount}
        onChange={(amount) => change({ amount: amount ?? 1 })}
      />
      <Select<RuleUnit>
        aria-label={t('after.unit')}
        value={draft.unit}
        options={(['minute', 'hour', 'day'] as const).map((value) => ({ value, label: t(`unit.${value}`) }))}
        onChange={(unit) => change({ unit })}
      />
    </div>
  )
}

function Actions({ draft, change }: Props) {
  const { t } = useTranslation('rules')
  const { actions } = draft
  return (
    <>
      <ol className={styles.actions}>
        {actions.map((action, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an action has no name of its own, and its place is what it is
          <li key={place}>
            <ActionFields
              action={action}
              change={(next) => change({ actions: actions.map((old, i) => (i === place ? next : old)) })}
            />
            {actions.length > 1 ? (
              <button
                type="button"
                aria-label={t('removeAction')}
                onClick={() => change({ actions: actions.filter((_, i) => i !== place) })}
              >
                ×
              </button>
            ) : null}
          </li>
        ))}
      </ol>
      {actions.length < MOST_ACTIONS ? (
        <Button size="small" onClick={() => change({ actions: [...actions, blankAction('tag')] })}>
          {t('addAction')}
        </Button>
      ) : null}
    </>
  )
}
