import { Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MenuItem } from '#contracts/orders/menu'
import { CloseIcon } from '../../ui/icons.tsx'
import { useMoney } from '../../ui/use-money.ts'
import styles from './new.module.css'
import { choose, type Line, type Menu, priceOf } from './order-lines.ts'

type Props = { lines: Line[]; menu: Menu; change: (lines: Line[]) => void }

/** What has been ordered so far, each with its choices; a choice that must be made and is not stands out. */
export function LineList({ lines, menu, change }: Props) {
  const { t } = useTranslation('orders')
  if (!lines.length) return <p className={styles.quiet}>{t('form.empty')}</p>
  const put = (next: Line) => change(lines.map((line) => (line.key === next.key ? next : line)))
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <OneLine
          key={line.key}
          line={line}
          item={menu.get(line.itemId ?? '')}
          price={priceOf(menu, line)}
          put={put}
          drop={() => change(lines.filter((other) => other.key !== line.key))}
        />
      ))}
    </ul>
  )
}

type OneProps = {
  line: Line
  item: MenuItem | undefined
  price: number
  put: (line: Line) => void
  drop: () => void
}

function OneLine({ line, item, price, put, drop }: OneProps) {
  const { t } = useTranslation('orders')
  const money = useMoney('CNY')
  const name = item?.name ?? line.own?.name ?? t('form.gone')
  return (
    <li>
      <div className={styles.row}>
        <b>{name}</b>
        {item?.unavailable ? <em>{t(`unavailable.${item.unavailable}`)}</em> : null}
        <InputNumber
          min={1}
          max={99}
          precision={0}
          aria-label={t('form.quantity', { name })}
          value={line.quantity}
          onChange={(quantity) => quantity && put({ ...line, quantity })}
        />
        <span>{item || line.own ? money(price * line.quantity) : ''}</span>
        <button type="button" aria-label={t('form.drop', { name })} onClick={drop}>
          <CloseIcon size={16} />
        </button>
      </div>
      {item?.options.map((option) => (
        <fieldset key={option.key} data-open={(line.options[option.key]?.length ?? 0) < option.min}>
          <legend>{option.name}</legend>
          {option.choices.map((choice) => (
            <button
              key={choice.key}
              type="button"
              aria-pressed={line.options[option.key]?.includes(choice.key) ?? false}
              onClick={() => put(choose(line, option, choice.key))}
            >
              {choice.name}
              {choice.priceMinor ? ` +${money(choice.priceMinor)}` : ''}
            </button>
          ))}
        </fieldset>
      ))}
      <Input
        size="small"
        variant="borderless"
        className={styles.lineNote}
        maxLength={200}
        aria-label={t('form.lineNote', { name })}
        placeholder={t('field.note')}
        value={line.note}
        onChange={(event) => put({ ...line, note: event.target.value })}
      />
    </li>
  )
}
