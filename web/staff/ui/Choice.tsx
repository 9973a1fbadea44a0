import styles from './Choice.module.css'

type Props<T> = {
  label: string
  options: readonly T[]
  chosen: T
  choose: (one: T) => void
  say: (one: T) => string
}

/** One of a few, all of them in sight: by what, or over which time, figures are shown. */
export function Choice<T extends string | number>({ label, options, chosen, choose, say }: Props<T>) {
  return (
    <fieldset className={styles.choice} aria-label={label}>
      {options.map((one) => (
        <button key={one} type="button" aria-pressed={one === chosen} onClick={() => choose(one)}>
          {say(one)}
        </button>
      ))}
    </fieldset>
  )
}
