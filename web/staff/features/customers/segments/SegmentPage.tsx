import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  conditionsIn,
  type Segment,
  type SegmentGroup,
  type SegmentList,
  SegmentRule,
} from '#contracts/customers/segments'
import { useCan } from '../../../app/session.ts'
import { PageFrame } from '../../../ui/PageFrame.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { Empty } from '../../../ui/states.tsx'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { Field } from '../Field.tsx'
import { conditionOn } from './facts.ts'
import { LivePart } from './LivePart.tsx'
import { MemberList } from './MemberList.tsx'
import { RuleGroup } from './RuleGroup.tsx'
import { useRemoveSegment, useSaveSegment, useSegments } from './segment-queries.ts'
import styles from './segments.module.css'

const NEW = 'new'

/** One segment: its sentence, who that is now, and the conditions behind it. */
export function SegmentPage() {
  const { t } = useTranslation('segments')
  const { id } = useParams({ strict: false }) as { id: string }
  const list = useSegments()
  return (
    <QueryState
      query={list}
      skeleton={
        <PageFrame title={t('title')}>
          <span />
        </PageFrame>
      }
    >
      {(data) => {
        const segment = data.segments.find((one) => one.id === id)
        if (!segment && id !== NEW)
          return (
            <PageFrame title={t('title')}>
              <Empty title={t('say.unknown')} actions={<Link to="/segments">{t('title')}</Link>} />
            </PageFrame>
          )
        return <Editor key={id} segment={segment ?? null} list={data} />
      }}
    </QueryState>
  )
}

function Editor({ segment, list }: { segment: Segment | null; list: SegmentList }) {
  const { t } = useTranslation('segments')
  const mayChange = useCan('customers.manageSegments')
  const mayRead = useCan('customers.readMembers')
  const [name, setName] = useState(segment?.name ?? '')
  const [description, setDescription] = useState(segment?.description ?? '')
  const [rule, setRule] = useState<SegmentGroup>(
    segment?.rule ?? { join: 'all', of: [conditionOn('orders'), conditionOn('tickets')] },
  )
  const checked = SegmentRule.safeParse(rule)
  return (
    <PageFrame
      title={segment?.name ?? t('new')}
      hint={mayChange ? undefined : t('readOnly')}
      actions={
        mayChange ? (
          <Deeds
            segment={segment}
            draft={{ name: name.trim(), description, rule }}
            ready={name.trim() !== '' && checked.success && rule.of.length > 0}
          />
        ) : null
      }
    >
      <p className={styles.back}>
        <Link to="/segments">{t('title')}</Link>
      </p>
      <div className={styles.columns}>
        <div className={styles.editor}>
          {mayChange ? (
            <>
              <Field label={t('name')}>
                {(fieldId) => (
                  <Input
                    id={fieldId}
                    maxLength={40}
                    value={name}
                    placeholder={t('nameHint')}
                    onChange={(event) => setName(event.target.value)}
                  />
                )}
              </Field>
              <Field label={t('description')}>
                {(fieldId) => (
                  <Input
                    id={fieldId}
                    maxLength={200}
                    value={description}
                    placeholder={t('descriptionHint')}
                    onChange={(event) => setDescription(event.target.value)}
                  />
                )}
              </Field>
              <h2>{t('rule')}</h2>
              <RuleGroup group={rule} depth={1} total={conditionsIn(rule)} named={list} change={setRule} />
            </>
          ) : null}
          {segment && mayRead ? <MemberList id={segment.id} /> : null}
        </div>
        <LivePart rule={checked.success ? checked.data : null} named={list} />
      </div>
    </PageFrame>
  )
}

type Draft = { name: string; description: string; rule: SegmentGroup }

function Deeds({ segment, draft, ready }: { segment: Segment | null; draft: Draft; ready: boolean }) {
  const { t } = useTranslation('segments')
  const navigate = useNavigate()
  const { modal } = App.useApp()
  const save = useSaveSegment(segment?.id ?? null)
  const remove = useRemoveSegment(segment?.id ?? '')
  const problem = useProblem()
  const done = useDone()
  const toList = () => void navigate({ to: '/segments' })
  const saveIt = () =>
    save.mutate(draft as SegmentRuleDraft, {
      onSuccess: ({ id }) => {
        done(t('saved'))
        if (!segment) void navigate({ to: '/segments/$id', params: { id }, replace: true })
      },
      onError: problem,
    })
  const ask = () =>
    modal.confirm({
      title: t('removeAsk', { name: segment?.name }),
      content: t('removeHint'),
      okText: t('remove'),
      cancelText: t('cancel'),
      okButtonProps: { danger: true },
      onOk: () =>
        remove.mutateAsync(undefined).then(
          () => {
            done(t('removed'))
            toList()
          },
          (error: unknown) => problem(error),
        ),
    })
  return (
    <>
      {segment ? <Button onClick={ask}>{t('remove')}</Button> : null}
      <Button type="primary" disabled={!ready} loading={save.isPending} onClick={saveIt}>
        {t('save')}
      </Button>
    </>
  )
}

type SegmentRuleDraft = Omit<Draft, 'rule'> & { rule: SegmentRule }
