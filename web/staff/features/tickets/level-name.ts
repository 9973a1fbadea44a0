/** Scales of a playbook explain themselves (危及人：异物入口、受伤); in narrow places the word before the explanation is enough. */
export function levelName(name: string): string {
  return name.split(/[：:，,（(]/)[0] ?? name
}
