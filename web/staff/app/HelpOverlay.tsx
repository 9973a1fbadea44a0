import { Modal } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './HelpOverlay.module.css'
import { useKeys } from './shortcuts.ts'

const KEYS: readonly (readonly [string, string])[] = [
  ['j  k', 'move'],
  ['Enter', 'open'],
  ['r', 'reply'],
  ['n', 'note'],
  ['a', 'assign'],
  ['p', 'triage'],
  ['e', 'close'],
  ['x', 'select'],
  ['/', 'search'],
  ['Ctrl  ⏎', 'send'],
  ['g h', 'home'],
  ['g i', 'inbox'],
  ['?', 'help'],
]

/** The list of keys; opened with ? or from the person's menu. */
export function HelpOverlay() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  useKeys({ '?': () => setOpen(true) })
  useEffect(() => {
    const show = () => setOpen(true)
    window.addEventListener('huiyin:help', show)
    return () => window.removeEventListener('huiyin:help', show)
  }, [])
  return (
    <Modal
      title={t('keys.title')}
      open={open}
      onCancel={() => setOpen(false)}
      mask={{ closable: true }}
      footer={null}
      width={440}
      destroyOnHidden
    >
      <dl className={styles.keys}>
        {KEYS.map(([key, word]) => (
          <div key={word}>
            <dt>
              {key.split(/\s+/).map((part) => (
                <kbd key={part}>{part}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${word}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
