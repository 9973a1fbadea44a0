import { useNavigate } from '@tanstack/react-router'
import { Checkbox, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../app/session.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import styles from './Dialogs.module.css'
import { useSaveView } from './inbox-queries.ts'
import { useTableChoice } from './table-choice.ts'
import type { Place } from './use-inbox-place.ts'

/** Keeps what is filtered now as a view of its own, or renames and shares the one that is open. */
export function SaveViewDialog({
  place,
  renames,
  close,
}: {
  place: Place
  renames: boolean
  close: () => void
}) {
  const { t } = useTranslation('inbox')
  const navigate = useNavigate({ from: '/inbox' })
  const mayShare = useCan('tickets.shareViews')
  const [{ layout, columns }] = useTableChoice()
  const old = renames ? place.saved : null
  const [name, setName] = useState(old?.name ?? '')
  const [shared, setShared] = useState(old?.shared ?? false)
  const id = useId()
  const save = useSaveView()
  const done = useDone()
  const problem = useProblem()
  const ok = () => {
    const said = old ?? {
      view: place.view,
      conditions: place.conditions,
      sort: place.sort,
      columns: layout === 'table' ? [...columns] : [],
    }
    const { view, conditions, sort, columns: kept } = said
    save.mutate(
      { id: old?.id ?? null, view: { name, shared, view, conditions, sort, columns: kept } },
      {
        onError: problem,
        onSuccess: (made) => {
          done(t(old ? 'view.updated' : 'view.saved'))
          close()
          if (!old) void navigate({ search: { saved: made.id } })
        },
      },
    )
  }
  return (
    <Modal
      open
      title={t(old ? 'view.settings' : 'view.save')}
      okText={t('common:action.save')}
      onOk={ok}
      onCancel={close}
      confirmLoading={save.isPending}
      okButtonProps={{ disabled: !name.trim() }}
      width={420}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim()) ok()
        }}
      >
        <label htmlFor={id}>{t('view.name')}</label>
        <Input
          id={id}
          autoFocus
          value={name}
          maxLength={24}
          placeholder={t('view.namePlaceholder')}
          onChange={(event) => setName(event.target.value)}
        />
        {mayShare || old?.shared ? (
          <div>
            <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
              {t('view.share')}
            </Checkbox>
            <p className={styles.hint}>{t('view.shareHint')}</p>
          </div>
        ) : null}
      </form>
    </Modal>
  )
}
