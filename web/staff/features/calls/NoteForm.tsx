import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallPop } from '#contracts/tickets/calls'
import { useProblem } from '../../ui/use-problem.ts'
import { CategoryChips, newSubmissionId } from '../channels/index.ts'
import { shopsQuery } from '../people/index.ts'
import { playbookQuery } from '../playbook/index.ts'
import { useNoteCall } from './call-queries.ts'
import styles from './pop.module.css'

type Props = {
  call: CallPop
  back: () => void
  done: (result: { number: string; ticketId: string | null }) => void
}

/** 记一笔 beside the call: what it is about, what was said, which shop; the number comes from the call. */
export function NoteForm({ call, back, done }: Props) {
  const { t } = useTranslation('calls')
  const [submissionId] = useState(newSubmissionId)
  const [content, setContent] = useState('')
  const [category, setCategory] = useState<string | null>(null)
  const [shopId, setShopId] = useState<string | null>(null)
  const shops =
    useQuery({ ...shopsQuery, retry: false }).data?.filter((shop) => shop.state !== 'closed') ?? []
  const playbook = useQuery(playbookQuery).data?.document
  const note = useNoteCall(call.id)
  const problem = useProblem()
  const ready = content.trim() !== '' || category !== null
  const save = () => {
    if (!ready || note.isPending) return
    const body = { submissionId, shopId, content, ...(category ? { category } : {}) }
    note.mutate(body, {
      onError: problem,
      onSuccess: ({ number }) => done({ number, ticketId: null }),
    })
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Input.TextArea
        autoFocus
        aria-label={t('pop.noteLabel')}
        placeholder={t('pop.notePlaceholder')}
        value={content}
        maxLength={4000}
        autoSize={{ minRows: 3, maxRows: 8 }}
        onChange={(event) => setContent(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) save()
        }}
      />
      {playbook ? (
        <CategoryChips categories={playbook.categories} value={category} onChange={setCategory} />
      ) : null}
      {shops.length ? (
        <Select
          aria-label={t('pop.shop')}
          placeholder={t('pop.shop')}
          showSearch={{ optionFilterProp: 'label' }}
          value={shopId ?? ''}
          options={[
            { value: '', label: t('pop.noShop') },
            ...shops.map((shop) => ({ value: shop.id, label: shop.name })),
          ]}
          onChange={(id) => setShopId(id || null)}
        />
      ) : null}
      <div className={styles.foot}>
        <Button type="primary" htmlType="submit" loading={note.isPending} disabled={!ready}>
          {t('pop.save')}
        </Button>
        <Button onClick={back}>{t('pop.back')}</Button>
      </div>
      {note.error && (note.error as { status?: number }).status === 0 ? (
        <p role="alert">{t('pop.offline')}</p>
      ) : null}
    </form>
  )
}
