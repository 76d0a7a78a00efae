#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The folder with the ontology, the lexicon and the gazetteer.
///
/// It is looked for, in this order, at a path that was given, in the environment, beside an
/// installed program, in the checkout that a program was built in, and in the dependencies of a
/// package that uses this library.
public struct OntologyFolder: Sendable, Hashable {
  /// The variable of the environment that can name the folder.
  public static let environmentVariable = "NEWSGRAPH_ONTOLOGY"

  /// The path of the folder.
  public let path: String

  /// Takes a folder that is known.
  ///
  /// Throws a `KnowledgeError` where it does not hold an ontology.
  public init(path: String) throws(KnowledgeError) {
    let missing = Self.requiredFiles.filter { !FileBytes.exists("\(path)/\($0)") }
    guard missing.isEmpty else {
      throw KnowledgeError(
        file: path, message: "not an ontology folder: \(missing.joined(separator: ", ")) missing")
    }
    self.path = path
  }

  /// Finds the folder.
  ///
  /// Throws a `KnowledgeError` where a folder that was named holds no ontology, or where none is
  /// found; it lists the places that were looked at.
  public static func find(explicitPath: String? = nil) throws(KnowledgeError) -> OntologyFolder {
    try find(
      explicitPath: explicitPath,
      environment: ProcessInfo.processInfo.environment[environmentVariable],
      candidates: candidates(
        executable: executablePath, currentFolder: FileManager.default.currentDirectoryPath))
  }

  static func find(
    explicitPath: String?, environment: String?, candidates: [String]
  ) throws(KnowledgeError) -> OntologyFolder {
    if let explicitPath { return try OntologyFolder(path: explicitPath) }
    if let environment, !environment.isEmpty { return try OntologyFolder(path: environment) }
    for path in candidates {
      if let folder = try? OntologyFolder(path: path) { return folder }
    }
    throw KnowledgeError(
      file: "Ontology",
      message: "no folder with newsgraph.ttl and properties.tsv found; looked at "
        + candidates.joined(separator: ", ")
        + "; name it with --ontology or in \(environmentVariable)")
  }

  /// The path of a file in the folder.
  public func file(_ name: String) -> String { "\(path)/\(name)" }

  /// The tables in a folder of this folder, sorted by name.
  public func tables(in name: String) -> [String] {
    FileBytes.names(inFolder: "\(path)/\(name)").filter { $0.hasSuffix(".tsv") }
      .map { "\(path)/\(name)/\($0)" }
  }

  static let requiredFiles = ["newsgraph.ttl", "properties.tsv"]
}

// MARK: - Where to look

extension OntologyFolder {
  /// The path of the running program with links resolved, where the system tells it.
  static var executablePath: String? {
    #if os(Linux)
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    #else
      CommandLine.arguments.first.map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().path }
    #endif
  }

  static func candidates(executable: String?, currentFolder: String) -> [String] {
    var paths: [String] = []
    if let executable {
      let folder = parent(executable)
      paths.append("\(parent(folder))/share/newsgraph/Ontology")
      paths += ancestors(folder).map { joined($0, "Ontology") }
    }
    for folder in ancestors(currentFolder) {
      paths.append(joined(folder, "Ontology"))
      paths += checkouts(of: folder)
    }
    // This file stands in Sources/Extraction/Knowledge of the package it was built from.
    let sources = ancestors(parent(#filePath))
    if sources.count > 3 { paths.append("\(sources[3])/Ontology") }
    var seen: Set<String> = []
    return paths.filter { seen.insert($0).inserted }
  }

  /// The ontologies in the checked-out dependencies of a package.
  private static func checkouts(of folder: String) -> [String] {
    let checkouts = joined(folder, ".build/checkouts")
    return FileBytes.names(inFolder: checkouts).map { "\(checkouts)/\($0)/Ontology" }
      .filter { FileBytes.exists($0) }
  }

  /// A folder and all that it lies in, from the inside out, without the root.
  private static func ancestors(_ path: String) -> [String] {
    guard path.hasPrefix("/") else { return path.isEmpty ? [] : [path] }
    var path = path
    var result: [String] = []
    while path.count > 1 {
      result.append(path)
      path = parent(path)
    }
    return result
  }

  private static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func joined(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}
