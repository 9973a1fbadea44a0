import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { CloseIcon } from '../../../ui/icons.tsx'
import { stepsShown, withStep } from './findings.ts'
import styles from './WhyChain.module.css'

type Props = { start: string; whys: string[]; change?: ((whys: string[]) => void) | undefined }

/** From what happened down to the root: numbered steps on one line; the next step appears as one writes. Enter goes on, Backspace in an empty step goes back. */
export function WhyChain({ start, whys, change }: Props) {
  const { t } = useTranslation('investigation')
  const list = useRef<HTMLOListElement>(null)
  const steps = change ? stepsShown(whys) : whys
  const root = whys.reduce((last, why, i) => (why.trim() ? i : last), -1)
  const focus = (index: number) =>
    setTimeout(() => list.current?.querySelectorAll('textarea')[index]?.focus())
  const keys = (event: KeyboardEvent, index: number) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey && !event.metaKey && !event.ctrlKey) {
      event.preventDefault()
      focus(index + 1)
    }
    if (event.key === 'Backspace' && !steps[index] && index > 0) {
      event.preventDefault()
      change?.(withoutStep(whys, index))
      focus(index - 1)
    }
  }
  return (
    <ol className={styles.chain} ref={list}>
      <li className={styles.start}>
        <span aria-hidden />
        <p>
          <small>{t('why.start')}</small>
          {start}
        </p>
      </li>
      {steps.map((why, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the chain
        <li key={index} data-root={index === root && root > 0} data-empty={why.trim() === ''}>
          <span aria-hidden>{index + 1}</span>
          {change ? (
            <textarea
              rows={1}
              value={why}
              maxLength={300}
              aria-label={t('why.label', { n: index + 1 })}
              placeholder={t(index === 0 ? 'why.first' : 'why.next')}
              onChange={(event) => change(withStep(whys, index, event.target.value.replaceAll('\n', '')))}
              onKeyDown={(event) => keys(event, index)}
            />
          ) : (
            <p>{why}</p>
          )}
          {index === root && root > 0 ? <em>{t('why.root')}</em> : null}
          {change && why ? (
            <button
              type="button"
              aria-label={t('why.remove', { n: index + 1 })}
              onClick={() => change(withoutStep(whys, index))}
            >
              <CloseIcon size={14} />
            </button>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

function withoutStep(whys: readonly string[], index: number): string[] {
  return whys.filter((_, i) => i !== index)
}
