/// The files behind the paths that a user gave, in the order given and inside folders by name.
///
/// Folders are listed when the walk comes to them, so that a tree of any size costs the memory of
/// the folders on the way down. A folder that lies inside itself through symbolic links is walked
/// once.
struct InputWalk: Sequence, IteratorProtocol {
  enum Step: Hashable {
    /// A file to be read. One that the user named is read whatever it is called.
    case file(path: String, isNamed: Bool)
    case skipped(path: String)
    case failed(path: String, SystemError)
  }

  private var named: ArraySlice<String>
  private var folders: [Folder] = []

  private struct Folder {
    var path: String
    var identity: FolderIdentity
    var names: ArraySlice<String>
  }

  init(paths: [String]) {
    named = paths[...]
  }

  mutating func next() -> Step? {
    while let folder = folders.last {
      guard let name = folder.names.first else {
        folders.removeLast()
        continue
      }
      folders[folders.count - 1].names.removeFirst()
      let path = folder.path.hasSuffix("/") ? folder.path + name : folder.path + "/" + name
      if let step = visit(found: path, name: name) { return step }
    }
    while let path = named.popFirst() {
      if let step = visit(named: path) { return step }
      if !folders.isEmpty { return next() }
    }
    return nil
  }

  /// The step for a path of the command line; nothing where a folder was entered.
  private mutating func visit(named path: String) -> Step? {
    if path == "-" { return .file(path: path, isNamed: true) }
    do throws(SystemError) {
      if case .folder(let identity) = try PathKind(path: path) {
        return try enter(path, identity)
      }
      return .file(path: path, isNamed: true)
    } catch {
      return .failed(path: path, error)
    }
  }

  /// The step for a path inside a folder; nothing where a folder was entered.
  private mutating func visit(found path: String, name: String) -> Step? {
    guard !name.hasPrefix(".") else { return .skipped(path: path) }
    do throws(SystemError) {
      switch try PathKind(path: path) {
      case .folder(let identity):
        guard !folders.contains(where: { $0.identity == identity }) else {
          return .skipped(path: path)
        }
        return try enter(path, identity)
      case .file:
        return InputFormat(path: path) == nil
          ? .skipped(path: path) : .file(path: path, isNamed: false)
      case .special:
        return .skipped(path: path)
      }
    } catch {
      return .failed(path: path, error)
    }
  }

  private mutating func enter(_ path: String, _ identity: FolderIdentity) throws(SystemError)
    -> Step?
  {
    let names = try FolderListing.names(at: path)
    folders.append(Folder(path: path, identity: identity, names: names[...]))
    return nil
  }
}
