import { Button, Drawer, Popconfirm, Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rule } from '#contracts/tickets/rules'
import { PHONE, useMedia } from '../../../ui/use-media.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { RuleForm } from './RuleForm.tsx'
import { RuleRuns } from './RuleRuns.tsx'
import { draftOf, isReady, type RuleDraft, ruleOf } from './rule-draft.ts'
import { useChangeRules } from './rule-queries.ts'
import styles from './rules.module.css'
import { TrialResult } from './TrialResult.tsx'

/** One rule: write it, try it on past tickets, save it; and what it has done so far. */
export function RuleDrawer({ rule, close }: { rule: Rule | null; close: () => void }) {
  const { t } = useTranslation('rules')
  const phone = useMedia(PHONE)
  const [draft, setDraft] = useState<RuleDraft>(() => draftOf(rule))
  const change = useChangeRules()
  const problem = useProblem()
  const done = useDone()
  const save = () =>
    change.mutate(
      rule ? { change: 'save', id: rule.id, rule: ruleOf(draft) } : { change: 'create', rule: ruleOf(draft) },
      {
        onError: problem,
        onSuccess: () => {
          done(t(rule ? 'saved' : 'created'))
          close()
        },
      },
    )
  const remove = () =>
    rule && change.mutate({ change: 'delete', id: rule.id }, { onError: problem, onSuccess: close })
  const form = (
    <>
      <RuleForm draft={draft} change={(part) => setDraft({ ...draft, ...part })} />
      <TrialResult draft={draft} />
    </>
  )
  return (
    <Drawer
      open
      title={rule ? rule.name : t('new')}
      onClose={close}
      size={phone ? '100%' : 620}
      footer={
        <div className={styles.foot}>
          {rule ? (
            <Popconfirm title={t('removeAsk')} okText={t('remove')} onConfirm={remove}>
              <Button danger type="text">
                {t('remove')}
              </Button>
            </Popconfirm>
          ) : (
            <span />
          )}
          <Button type="primary" disabled={!isReady(draft)} loading={change.isPending} onClick={save}>
            {t('save')}
          </Button>
        </div>
      }
    >
      {rule ? (
        <Tabs
          items={[
            { key: 'edit', label: t('tab.edit'), children: form },
            { key: 'runs', label: t('tab.runs'), children: <RuleRuns id={rule.id} /> },
          ]}
        />
      ) : (
        form
      )}
    </Drawer>
  )
}
