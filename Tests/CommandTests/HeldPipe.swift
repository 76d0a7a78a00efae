import Foundation

/// A named pipe whose end for writing is held open, so that whoever reads it waits for more.
final class HeldPipe {
  let path: String
  private let writer: FileHandle

  init(_ path: String) throws {
    self.path = path
    guard mkfifo(path, 0o600) == 0 else { throw Overdue(what: "a pipe at \(path)") }
    // Opened for both, as opening for writing alone waits for a reader.
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    writer = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// Writes a text, which has to fit into the pipe: 64 KiB.
  func write(_ text: String) throws { try writer.write(contentsOf: Data(text.utf8)) }

  /// Whether all that was written has been read.
  var isEmpty: Bool {
    var request = pollfd(fd: writer.fileDescriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) == 0
  }

  /// Lets the reader come to the end; it has to have read something, or it may not be there yet.
  func close() throws { try writer.close() }
}
