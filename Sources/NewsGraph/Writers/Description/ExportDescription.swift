/// What a graph that was written is, in RDF: a dataset of VoID and DCAT with its files, and where
/// they come from in the terms of PROV.
///
///     let sink = try OutputSink(path: "graph.rdf", digests: true)
///     try GraphFormat.rdfxml.write(graph, to: sink)
///     var description = ExportDescription(counts: ExportCounts(graph), activity: "export")
///     description.add(sink, name: "graph.rdf", format: .rdfxml)
///     try description.write(to: OutputSink(path: "graph.rdf.void.ttl"))
///
/// It names no blank nodes and no time, so that the same graph has the same description: files are
/// named by their SHA-256 (RFC 6920), the dataset by that of the list of its files.
/// https://www.w3.org/TR/void/, https://www.w3.org/TR/vocab-dcat-3/, https://www.w3.org/TR/prov-o/
public struct ExportDescription: Sendable {
  /// A file that the graph was written to.
  public struct File: Sendable, Hashable {
    /// The name without folders.
    public var name: String
    /// The format.
    public var format: GraphFormat
    /// Its size and checksum.
    public var digest: FileDigest

    /// Whether it is packed with gzip, which its name says.
    var isPacked: Bool { name.lowercased().hasSuffix(".gz") }
  }

  /// The files, in the order in which they are named.
  public private(set) var files: [File] = []
  /// What is in the graph.
  public var counts: ExportCounts
  /// What the program was asked to do: `newsgraph extract`.
  public var activity: String
  /// The names of the files that were read, where the graph names no articles.
  public var inputs: [String]
  /// When the graph was made, as seconds since 1970.
  ///
  /// Nothing by default, as the same input is to give the same bytes; the command takes it from
  /// `SOURCE_DATE_EPOCH`.
  public var time: Int?

  /// Makes a description of a graph without files.
  public init(
    counts: ExportCounts, activity: String, inputs: [String] = [], time: Int? = nil
  ) {
    self.counts = counts
    self.activity = activity
    self.inputs = inputs
    self.time = time
  }

  /// Adds a file of which the digest is known.
  public mutating func add(_ file: File) { files.append(file) }

  /// Adds the file of a finished sink that was made with `digests`; does nothing for streams.
  public mutating func add(_ sink: OutputSink, name: String, format: GraphFormat) {
    if let digest = sink.digest { add(File(name: name, format: format, digest: digest)) }
  }

  /// Writes the description in Turtle and finishes the sink.
  ///
  /// - Throws: `OutputError`.
  public func write(to sink: OutputSink) throws {
    let writer = TurtleWriter(to: sink, hasGraphs: false)
    for (prefix, namespace) in Self.prefixes { try writer.handlePrefix(prefix, namespace) }
    try writer.handlePrefix("this", name.string + "#")
    for description in descriptions {
      for triple in description.triples { try writer.handle(EncodedQuad(triple)) }
    }
    try writer.finish()
    try sink.finish()
  }

  private static let prefixes = [
    ("dcat", DCAT.namespace), ("dcterms", DCTerms.namespace), ("ng", NG.namespace),
    ("prov", PROV.namespace), ("rdfs", RDFS.namespace), ("spdx", SPDX.namespace),
    ("void", VoID.namespace), ("xsd", XSD.namespace),
  ]
}

extension ExportDescription {
  /// The name of the dataset: that of the list of its files as `sha256sum` prints it.
  var name: IRI {
    let lines = files.map { "\($0.digest.hexadecimal)  \($0.name)\n" }.joined()
    return FileDigest(of: Array(lines.utf8)).name
  }

  /// All nodes of the description.
  var descriptions: [Description] {
    let name = name
    var nodes = [dataset(name)]
    for (number, share) in counts.classes.enumerated() {
      var node = Description(part(name, "class", number), type: VoID.dataset)
      node.add(VoID.type, share.iri)
      node.add(VoID.entities, share.count)
      nodes.append(node)
    }
    for (number, share) in counts.properties.enumerated() {
      var node = Description(part(name, "property", number), type: VoID.dataset)
      node.add(VoID.property, share.iri)
      node.add(VoID.triples, share.count)
      nodes.append(node)
    }
    for file in files { nodes += self.nodes(of: file) }
    return nodes + provenance(name)
  }

  private func dataset(_ name: IRI) -> Description {
    var node = Description(name, type: DCAT.dataset)
    node.add(RDF.type, VoID.dataset)
    node.add(RDF.type, PROV.entity)
    node.add(DCTerms.title, files.count == 1 ? files[0].name : "graph")
    node.add(VoID.triples, counts.triples)
    node.add(VoID.entities, counts.entities)
    node.add(VoID.distinctSubjects, counts.subjects)
    node.add(VoID.classes, counts.classes.count)
    node.add(VoID.properties, counts.properties.count)
    for namespace in vocabularies { node.add(VoID.vocabulary, namespace) }
    for number in counts.classes.indices {
      node.add(VoID.classPartition, part(name, "class", number))
    }
    for number in counts.properties.indices {
      node.add(VoID.propertyPartition, part(name, "property", number))
    }
    for article in counts.articles { node.add(DCTerms.source, article) }
    for article in counts.articles { node.add(PROV.wasDerivedFrom, article) }
    if counts.articles.isEmpty {
      for number in inputs.indices { node.add(PROV.wasDerivedFrom, part(name, "input", number)) }
    }
    node.add(PROV.wasGeneratedBy, IRI(checked: name.string + "#run"))
    node.add(
      PROV.generatedAtTime, time.map(Self.dateTime),
      datatype: IRI(checked: XSD.namespace + "dateTime"))
    for file in files { node.add(DCAT.distribution, file.digest.name) }
    return node
  }

  private func nodes(of file: File) -> [Description] {
    var node = Description(file.digest.name, type: DCAT.distributionClass)
    let checksum = IRI(checked: file.digest.name.string + "#checksum")
    node.add(DCTerms.title, file.name)
    node.add(DCAT.mediaType, Self.mediaType(file.format.mediaType))
    if file.isPacked { node.add(DCAT.compressFormat, Self.mediaType("application/gzip")) }
    node.add(
      DCAT.byteSize, String(file.digest.byteCount),
      datatype: IRI(checked: XSD.namespace + "nonNegativeInteger"))
    node.add(SPDX.checksum, checksum)
    var sum = Description(checksum, type: SPDX.checksumClass)
    sum.add(SPDX.algorithm, SPDX.sha256)
    sum.add(
      SPDX.checksumValue, file.digest.hexadecimal,
      datatype: IRI(checked: XSD.namespace + "hexBinary"))
    return [node, sum]
  }

  private func provenance(_ name: IRI) -> [Description] {
    var run = Description(IRI(checked: name.string + "#run"), type: PROV.activity)
    run.add(RDFS.label, activity)
    run.add(PROV.wasAssociatedWith, Release.iri)
    for number in inputs.indices { run.add(PROV.used, part(name, "input", number)) }
    var agent = Description(Release.iri, type: PROV.softwareAgent)
    agent.add(RDFS.label, "NewsGraph \(Release.version)")
    agent.add(DCTerms.hasVersion, Release.version)
    let used = inputs.enumerated().map { number, input in
      var node = Description(part(name, "input", number), type: PROV.entity)
      node.add(DCTerms.title, input)
      return node
    }
    return [run, agent] + used
  }

  /// The namespaces of the properties and classes.
  private var vocabularies: [IRI] {
    let all = (counts.properties + counts.classes).map { share in
      let text = share.iri.string
      let end = text.lastIndex { $0 == "#" || $0 == "/" } ?? text.startIndex
      return IRI(checked: String(text[...end]))
    }
    return Set(all).sorted().filter { $0.string.contains(":") }
  }

  private func part(_ name: IRI, _ kind: String, _ number: Int) -> IRI {
    IRI(checked: "\(name.string)#\(kind)-\(number + 1)")
  }

  private static func mediaType(_ name: String) -> IRI {
    IRI(checked: "https://www.iana.org/assignments/media-types/" + name)
  }

  /// A time in UTC as `xsd:dateTime`.
  static func dateTime(_ seconds: Int) -> String {
    let day = Int((Double(seconds) / 86_400).rounded(.down))
    let rest = seconds - day * 86_400
    // The days since 1 March of the year 0, in eras of 400 years.
    // https://howardhinnant.github.io/date_algorithms.html#civil_from_days
    let shifted = day + 719_468
    let era = Int((Double(shifted) / 146_097).rounded(.down))
    let dayOfEra = shifted - era * 146_097
    let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let civil = (
      year: year + era * 400 + (month >= 10 ? 1 : 0), month: month < 10 ? month + 3 : month - 9,
      day: dayOfYear - (153 * month + 2) / 5 + 1
    )
    return "\(civil.year)-\(two(civil.month))-\(two(civil.day))"
      + "T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }
}

extension Description {
  /// Adds a number, where there is one.
  fileprivate mutating func add(_ predicate: IRI, _ number: Int?) {
    add(predicate, number.map { String($0) }, datatype: XSD.integer)
  }
}
