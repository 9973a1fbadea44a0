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
