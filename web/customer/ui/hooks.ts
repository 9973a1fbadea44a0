import { useEffect, useRef, useState } from 'preact/hooks'

/** Made at the first drawing and kept for the component's life. */
export function useOnce<T>(make: () => T): T {
  const [made] = useState(make)
  return made
}

/** One function for the component's life that always runs the newest version of what it was given. */
export function useSteady<A extends unknown[], R>(run: (...args: A) => R): (...args: A) => R {
  const latest = useRef(run)
  latest.current = run
  return useOnce(
    () =>
      (...args: A) =>
        latest.current(...args),
  )
}

/**
 * Runs after the first drawing and whenever one of `values` has changed, and at no other time: for doing something
 * because of a change, with whatever else is true then. What it returns is run before the next time.
 */
// biome-ignore lint/suspicious/noConfusingVoidType: an effect may return nothing
export function useChange(values: unknown[], run: () => (() => void) | void): void {
  const steady = useSteady(run)
  // biome-ignore lint/correctness/useExhaustiveDependencies: that the caller names the values is the point
  useEffect(steady, values)
}
