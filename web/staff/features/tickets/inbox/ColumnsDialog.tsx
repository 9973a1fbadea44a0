import { Button, Checkbox, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Column, DEFAULT_COLUMNS } from '#contracts/tickets/inbox'
import { DownIcon } from '../../../ui/icons.tsx'
import styles from './Dialogs.module.css'
import { useTableChoice } from './table-choice.ts'

/** Which columns the table has and in which order; at least one stays. */
export function ColumnsDialog({ close }: { close: () => void }) {
  const { t } = useTranslation(['inbox', 'export'])
  const [{ columns }, choose] = useTableChoice()
  const rest = Column.options.filter((column) => !columns.includes(column))
  const move = (at: number, by: -1 | 1) => {
    const next = [...columns]
    const [one, other] = [next[at], next[at + by]]
    if (!one || !other) return
    next[at] = other
    next[at + by] = one
    choose({ columns: next })
  }
  const toggle = (column: Column) =>
    choose({
      columns: columns.includes(column) ? columns.filter((one) => one !== column) : [...columns, column],
    })
  return (
    <Modal
      open
      title={t('layout.columns')}
      onCancel={close}
      width={380}
      footer={<Button onClick={() => choose({ columns: DEFAULT_COLUMNS })}>{t('layout.reset')}</Button>}
    >
      <p className={styles.hint}>{t('layout.columnsHint')}</p>
      <ol className={styles.order}>
        {[...columns, ...rest].map((column, at) => {
          const on = at < columns.length
          const name = t(`export:column.${column}`)
          return (
            <li key={column}>
              <Checkbox checked={on} disabled={on && columns.length === 1} onChange={() => toggle(column)}>
                {name}
              </Checkbox>
              {on ? (
                <>
                  <button
                    type="button"
                    aria-label={`${t('view.up')}：${name}`}
                    disabled={at === 0}
                    onClick={() => move(at, -1)}
                  >
                    <span style={{ rotate: '180deg', display: 'grid' }}>
                      <DownIcon size={14} />
                    </span>
                  </button>
                  <button
                    type="button"
                    aria-label={`${t('view.down')}：${name}`}
                    disabled={at === columns.length - 1}
                    onClick={() => move(at, 1)}
                  >
                    <DownIcon size={14} />
                  </button>
                </>
              ) : null}
            </li>
          )
        })}
      </ol>
    </Modal>
  )
}
