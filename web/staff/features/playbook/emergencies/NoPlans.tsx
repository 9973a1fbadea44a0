import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Playbook } from '#contracts/playbook'
import { Empty } from '../../../ui/states.tsx'
import { useDone } from '../../../ui/use-problem.ts'
import type { Edit } from '../draft-editing.ts'
import { tradePlansQuery } from '../playbook-queries.ts'
import { PlanDrawer } from './PlanDrawer.tsx'
import { adopted } from './plan-editing.ts'

type Props = { doc: Playbook; edit: Edit | null }

/** A playbook from before there were plans: those of the trade are taken over with one tap. */
export function NoPlans({ doc, edit }: Props) {
  const { t } = useTranslation('playbook-emergency')
  const [adding, setAdding] = useState(false)
  return (
    <>
      <Empty
        title={t('none.title')}
        hint={t(edit ? 'none.hintDraft' : 'none.hint')}
        actions={
          edit ? (
            <>
              <AdoptButton doc={doc} edit={edit} />
              <Button onClick={() => setAdding(true)}>{t('plan.new')}</Button>
            </>
          ) : null
        }
      />
      {edit && adding ? (
        <PlanDrawer doc={doc} edit={edit} index={-1} onClose={() => setAdding(false)} onMade={() => {}} />
      ) : null}
    </>
  )
}

/** Absent where the trade has no pack of its own. */
function AdoptButton({ doc, edit }: { doc: Playbook; edit: Edit }) {
  const { t } = useTranslation('playbook-emergency')
  const done = useDone()
  const { data: trade } = useQuery(tradePlansQuery)
  if (!trade?.plans.length) return null
  const adopt = () => {
    edit.change(['emergencies'], adopted(trade.plans, doc))
    done(t('none.adopted', { count: trade.plans.length }))
  }
  return (
    <Button type="primary" onClick={adopt}>
      {t('none.adopt', { pack: trade.pack, count: trade.plans.length })}
    </Button>
  )
}
