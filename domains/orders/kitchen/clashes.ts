/** What is in the dish and must not be: an allergen that one of the taboos names (牛奶 in 牛奶过敏). */
export function clashes(allergens: readonly string[], taboos: readonly string[]): string[] {
  const said = taboos.map((taboo) => taboo.toLowerCase())
  return allergens.filter((allergen) => {
    const word = allergen.trim().toLowerCase()
    return (
      word !== '' && said.some((taboo) => taboo.includes(word) || (taboo.length > 1 && word.includes(taboo)))
    )
  })
}

const HARM = /过敏|過敏|忌口|忌食|不能吃|不能喝|吃不了|孕妇|孕婦|allerg|intoleran/i

/** What was written down as a wish but is about somebody's health: it is shown as loud as a known taboo. */
export function isHarmful(wish: string): boolean {
  return HARM.test(wish)
}
