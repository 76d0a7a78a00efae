import Testing

@testable import Extraction

@Suite struct LemmaRuleTests {
  @Test(arguments: [
    ("=be", "was", "be"), ("l|0|", "The", "the"), ("l|3|y", "Cities", "city"),
    ("k|0|", "McDonald", "McDonald"), ("t|0|", "LONDON", "London"), ("u|0|", "un", "UN"),
    ("l|9|x", "ab", "ab"), ("l|1||", "ab", "a|"), ("==", "x", "="),
  ])
  func rulesAreApplied(rule: String, form: String, lemma: String) {
    #expect(LemmaRule(rule)?.apply(to: form) == lemma)
  }

  @Test(arguments: ["", "x|1|", "l|", "l|-1|", "l|a|b"])
  func whatIsNoRuleIsRefused(rule: String) {
    #expect(LemmaRule(rule) == nil)
  }
}
