/// Where the scores of each head stand in a row of the heads layer.
struct HeadSections: Sendable {
  let upos: Range<Int>
  let xpos: Range<Int>
  let features: Range<Int>
  let lemma: Range<Int>
  let entity: Range<Int>
  let name: Range<Int>
  let arcDependent: Range<Int>
  let labelDependent: Range<Int>
  let arcHead: Range<Int>
  let labelHead: Range<Int>
  /// The width of a row.
  let width: Int

  init(_ file: ModelFile) throws(LanguageModelError) {
    let sections = file.header["sections"]?.array ?? []
    func section(_ name: String, _ width: Int) throws(LanguageModelError) -> Range<Int> {
      let found = sections.first { $0["name"]?.string == name }
      guard let begin = found?["begin"]?.integer, let end = found?["end"]?.integer, begin >= 0,
        end - begin == width
      else { throw .malformed("the section \(name) is not \(width) wide") }
      return begin..<end
    }
    upos = try section("upos", try file.labels("upos").count)
    xpos = try section("xpos", try file.labels("xpos").count)
    features = try section("features", try file.labels("features").count)
    lemma = try section("lemma", try file.labels("lemma").count)
    entity = try section("entity", try file.labels("entity").count)
    name = try section("name", try file.labels("name").count)
    let arcWidth = try file.hyperparameter("arcWidth")
    let labelWidth = try file.hyperparameter("labelWidth")
    arcDependent = try section("arcDependent", arcWidth)
    labelDependent = try section("labelDependent", labelWidth)
    arcHead = try section("arcHead", arcWidth)
    labelHead = try section("labelHead", labelWidth)
    width = sections.compactMap { $0["end"]?.integer }.max() ?? 0
  }

  /// The four sections that pass through a leaky rectifier.
  var rectified: [Range<Int>] { [arcDependent, labelDependent, arcHead, labelHead] }
}
