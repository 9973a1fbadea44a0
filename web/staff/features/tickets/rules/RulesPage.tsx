import { Button, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rule } from '#contracts/tickets/rules'
import { PageFrame } from '../../../ui/PageFrame.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { Empty } from '../../../ui/states.tsx'
import { useProblem } from '../../../ui/use-problem.ts'
import { RuleDrawer } from './RuleDrawer.tsx'
import { useChangeRules, useRules } from './rule-queries.ts'
import styles from './rules.module.css'
import { useRuleWords } from './use-rule-words.ts'

/** 自动规则: when, if, then, in the order in which they are asked. */
export function RulesPage() {
  const { t } = useTranslation('rules')
  const rules = useRules()
  const [open, setOpen] = useState<string | null>(null)
  const chosen = rules.data?.find((rule) => rule.id === open) ?? null
  return (
    <PageFrame
      title={t('title')}
      hint={t('hint')}
      actions={
        <Button type="primary" onClick={() => setOpen('new')}>
          {t('add')}
        </Button>
      }
    >
      <QueryState query={rules}>
        {(list) =>
          list.length === 0 ? (
            <Empty title={t('empty')} hint={t('emptyHint')} />
          ) : (
            <ol className={styles.rules}>
              {list.map((rule, place) => (
                <RuleLine key={rule.id} rule={rule} place={place} all={list} open={() => setOpen(rule.id)} />
              ))}
            </ol>
          )
        }
      </QueryState>
      {open === 'new' || chosen ? <RuleDrawer key={open} rule={chosen} close={() => setOpen(null)} /> : null}
    </PageFrame>
  )
}

type LineProps = { rule: Rule; place: number; all: readonly Rule[]; open: () => void }

function RuleLine({ rule, place, all, open }: LineProps) {
  const { t } = useTranslation('rules')
  const change = useChangeRules()
  const problem = useProblem()
  const words = useRuleWords()
  const move = (by: -1 | 1) => {
    const ids = all.map((one) => one.id)
    const other = ids[place + by]
    if (!other) return
    ids[place + by] = rule.id
    ids[place] = other
    change.mutate({ change: 'order', ids }, { onError: problem })
  }
  return (
    <li className={styles.rule} data-on={rule.on}>
      <div className={styles.order}>
        <button
          type="button"
          aria-label={t('up', { name: rule.name })}
          disabled={place === 0}
          onClick={() => move(-1)}
        >
          ↑
        </button>
        <button
          type="button"
          aria-label={t('down', { name: rule.name })}
          disabled={place === all.length - 1}
          onClick={() => move(1)}
        >
          ↓
        </button>
      </div>
      <button type="button" className={styles.body} onClick={open}>
        <b>{rule.name}</b>
        <span>{words.when(rule)}</span>
        <span>{words.does(rule.actions)}</span>
        {rule.stops ? <small>{t('stopsShort')}</small> : null}
      </button>
      <p className={styles.fired}>
        {rule.fired ? t('fired', { count: rule.fired }) : t('never')}
        {rule.failed ? <b>{t('failed', { count: rule.failed })}</b> : null}
      </p>
      <Switch
        checked={rule.on}
        aria-label={t('switch', { name: rule.name })}
        loading={change.isPending}
        onChange={(on) => change.mutate({ change: 'switch', id: rule.id, on }, { onError: problem })}
      />
    </li>
  )
}
