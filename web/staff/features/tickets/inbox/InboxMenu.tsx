import { useNavigate } from '@tanstack/react-router'
import { App, Dropdown, type MenuProps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../app/session.ts'
import { MoreIcon } from '../../../ui/icons.tsx'
import { PHONE, useMedia } from '../../../ui/use-media.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { ColumnsDialog } from './ColumnsDialog.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { useDeleteView, useOrderViews, useSavedViews, useSaveView } from './inbox-queries.ts'
import { SaveViewDialog } from './SaveViewDialog.tsx'
import { useTableChoice } from './table-choice.ts'
import type { Place } from './use-inbox-place.ts'
import type { Selection } from './use-selection.ts'

type Dialog = 'save' | 'settings' | 'columns' | 'export' | null

/** What can be done with the whole list: keep it as a view, look at it as a table, choose rows, write it into a file. */
export function InboxMenu({
  place,
  selection,
  className,
}: {
  place: Place
  selection: Selection
  className?: string | undefined
}) {
  const { t } = useTranslation('inbox')
  const phone = useMedia(PHONE)
  const [mayBulk, mayExport] = [useCan('tickets.bulk'), useCan('tickets.export')]
  const [{ layout }, choose] = useTableChoice()
  const [dialog, setDialog] = useState<Dialog>(null)
  const view = useViewDeeds(place)
  const own = place.saved?.canChange ? place.saved : null
  const items: MenuProps['items'] = [
    own && place.changed ? item('update', t('view.saveChanges'), view.update) : null,
    item('save', t('view.save'), () => setDialog('save')),
    own ? item('settings', t('view.settings'), () => setDialog('settings')) : null,
    own && view.canMove(-1) ? item('up', t('view.up'), () => view.move(-1)) : null,
    own && view.canMove(1) ? item('down', t('view.down'), () => view.move(1)) : null,
    own ? { ...item('delete', t('view.delete'), view.remove), danger: true } : null,
    { type: 'divider' as const },
    phone
      ? null
      : item('layout', t(layout === 'table' ? 'layout.toList' : 'layout.toTable'), () =>
          choose({ layout: layout === 'table' ? 'list' : 'table' }),
        ),
    layout === 'table' && !phone ? item('columns', t('layout.columns'), () => setDialog('columns')) : null,
    mayBulk ? item('select', t('tools.select'), selection.begin) : null,
    mayExport ? item('export', t('tools.export'), () => setDialog('export')) : null,
  ].filter((one) => one !== null)
  const close = () => setDialog(null)
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
        <button type="button" className={className} aria-label={t('tools.more')} title={t('tools.more')}>
          <MoreIcon />
        </button>
      </Dropdown>
      {dialog === 'save' || dialog === 'settings' ? (
        <SaveViewDialog place={place} renames={dialog === 'settings'} close={close} />
      ) : null}
      {dialog === 'columns' ? <ColumnsDialog close={close} /> : null}
      {dialog === 'export' ? <ExportDialog place={place} close={close} /> : null}
    </>
  )
}

const item = (key: string, label: string, onClick: () => void) => ({ key, label, onClick })

function useViewDeeds({ saved, view, conditions, sort }: Place) {
  const { t } = useTranslation('inbox')
  const { modal } = App.useApp()
  const navigate = useNavigate({ from: '/inbox' })
  const [done, problem] = [useDone(), useProblem()]
  const [save, erase, order] = [useSaveView(), useDeleteView(), useOrderViews()]
  const [{ layout, columns }] = useTableChoice()
  const mine = useSavedViews()
    .filter((one) => !one.shared || one.owner.id === saved?.owner.id)
    .filter((one) => one.owner.id === saved?.owner.id)
    .map((one) => one.id)
  const at = saved ? mine.indexOf(saved.id) : -1
  return {
    update: () => {
      if (!saved) return
      const { id, name, shared } = saved
      const kept = layout === 'table' ? [...columns] : saved.columns
      save.mutate(
        { id, view: { name, shared, view, conditions, sort, columns: kept } },
        {
          onError: problem,
          onSuccess: () => {
            done(t('view.updated'))
            void navigate({ search: { saved: id } })
          },
        },
      )
    },
    remove: () => {
      if (!saved) return
      void modal.confirm({
        title: t('view.deleteTitle', { name: saved.name }),
        content: t(saved.shared ? 'view.deleteShared' : 'view.deleteHint'),
        okText: t('view.delete'),
        okButtonProps: { danger: true },
        onOk: async () => {
          await erase.mutateAsync(saved.id).then(() => done(t('view.deleted')), problem)
          void navigate({ search: { view: saved.view } })
        },
      })
    },
    canMove: (by: -1 | 1) => at >= 0 && mine[at + by] !== undefined,
    move: (by: -1 | 1) => {
      const next = [...mine]
      const [id, other] = [next[at], next[at + by]]
      if (id === undefined || other === undefined) return
      next[at] = other
      next[at + by] = id
      order.mutate(next, { onError: problem })
    },
  }
}
