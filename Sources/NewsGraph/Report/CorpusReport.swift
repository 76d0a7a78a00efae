public import Extraction

/// Who says what, and where: what an analyst wants to know of the articles of a graph.
///
///     var graph = pipeline.completed(merged)
///     let report = CorpusReport(graph, options: CorpusReport.Options(focus: "Sergey Lavrov"))
///     try report.writeText(to: .standardOutput())
///
/// The same graph gives the same report, byte for byte.
public struct CorpusReport: Sendable, Hashable {
  /// What a report shows.
  public struct Options: Sendable, Hashable {
    /// The entity that all is about, by a name or an IRI; all of the graph without it.
    public var focus: String?
    /// The length of the lists; what is left out is counted.
    public var top: Int

    /// Makes options.
    public init(focus: String? = nil, top: Int = 10) {
      self.focus = focus
      self.top = top
    }
  }

  /// The numbers of the graph, or of what is about the focus.
  public struct Counts: Sendable, Hashable {
    /// The articles.
    public var articles = 0
    /// The entities.
    public var entities = 0
    /// The statements that an article makes; background is left out.
    public var statements = 0
    /// The statements that some article makes in its own voice.
    public var facts = 0
    /// The statements that two articles or more assert or allege.
    public var corroborated = 0
    /// The statements that one denies and another asserts or alleges.
    public var disputed = 0
    /// The things that have two values or holders that do not go together.
    public var conflicts = 0
    /// The things of which two values or holders differ, for which there may be a reason.
    public var differences = 0
    /// The claims, background left out.
    public var claims = 0
    /// The claims of somebody whom the article names.
    public var attributed = 0
  }

  /// One claim: who says it, how and where.
  public struct Voice: Sendable, Hashable {
    /// The claim's node.
    public var claim: IRI
    /// The names of those who say so; none where the article says so in its own voice.
    public var claimants: [String]
    /// The standing that they give to it.
    public var modality: Modality
    /// The article's id.
    public var article: String
    /// The article's headline.
    public var title: String?
    /// The day on which the article came out, in ISO 8601.
    public var published: String?
    /// How exact the number is that is claimed, where it is one and the text says so.
    public var bound: ValueBound?
    /// When what is claimed happened, in ISO 8601.
    public var date: String?
    /// Where it happened.
    public var place: String?
    /// The clause in the article's text, in code points.
    public var range: TextRange
    /// The sentence, where the text is at hand.
    public var sentence: String?
    /// How often such readings were right, 0 to 1.
    public var confidence: Double
  }

  /// A statement with those who speak of it.
  public struct Entry: Sendable, Hashable {
    /// The statement's node.
    public var statement: IRI
    /// The statement in words.
    public var words: String
    /// The strongest standing that a source gives to it.
    public var standing: Modality
    /// Whether one says so and another says not so.
    public var isDisputed: Bool
    /// The articles that bear it out.
    public var corroboration: Corroboration
    /// The claims, in the order of the articles.
    public var voices: [Voice]
  }

  /// A statement that is denied, with both sides.
  public struct Dispute: Sendable, Hashable {
    /// The denied statement.
    public var statement: IRI
    /// The statement in words.
    public var words: String
    /// Those who say so, or something from which it follows, in words of its own.
    public var affirming: [Entry]
    /// Those who say not so.
    public var denying: [Voice]
  }

  /// A thing of which values or holders do not go together.
  public struct Contest: Sendable, Hashable {
    /// Why they do not.
    public var kind: Conflict.Kind
    /// The surest grade of the conflicts.
    public var grade: Conflict.Grade
    /// What is contested, in words: `president of Velmora`.
    public var words: String
    /// The rival statements.
    public var sides: [Entry]
  }

  /// An entity with what is said of it.
  public struct Profile: Sendable, Hashable {
    /// The entity's node.
    public var entity: IRI
    /// Its name.
    public var name: String
    /// Its class.
    public var type: EntityType
    /// Its Wikidata identifier.
    public var link: String?
    /// How often the articles name it.
    public var mentions: Int
    /// How many articles name it.
    public var articles: Int
    /// The most important statements about it.
    public var statements: [Entry]
    /// The number of statements about it that are not listed.
    public var more: Int
  }

  /// A list that is cut.
  public struct Section<Element> {
    /// The elements that are shown.
    public var shown: [Element]
    /// The number of those that are not.
    public var more: Int

    /// Cuts a list.
    init(_ all: [Element], top: Int) {
      shown = Array(all.prefix(top))
      more = all.count - shown.count
    }

    init(shown: [Element], more: Int) {
      self.shown = shown
      self.more = more
    }

    /// The list with something else for each element; what is cut stays cut.
    func map<Other>(_ transform: (Element) -> Other) -> Section<Other> {
      Section<Other>(shown: shown.map(transform), more: more)
    }
  }

  /// The name of the entity that all is about, where there is one.
  public var focus: String?
  /// The numbers.
  public var counts: Counts
  /// The facts that most articles bear out, at least two.
  public var corroborated: Section<Entry>
  /// What is denied by one and asserted or alleged by another.
  public var disputes: Section<Dispute>
  /// What has two holders or values that do not go together, the surer first.
  public var contests: Section<Contest>
  /// The entities that are spoken of most.
  public var entities: Section<Profile>
  /// What is only claimed: asserted by somebody, but by no article in its own voice, or alleged.
  public var claimed: Section<Entry>
  /// What is only planned.
  public var planned: Section<Entry>
  /// What is only said under a condition.
  public var conditional: Section<Entry>
  /// What is only denied: nobody is found who asserts it.
  public var denied: Section<Entry>
}

extension CorpusReport.Section: Sendable where Element: Sendable {}
extension CorpusReport.Section: Equatable where Element: Equatable {}
extension CorpusReport.Section: Hashable where Element: Hashable {}
