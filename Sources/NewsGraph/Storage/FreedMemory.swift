internal import CMemory

/// Memory that was in use and is not any more.
///
/// The C library keeps it for what comes. What a step of the work filled and the next one does not
/// need then adds to the memory of the process, the more the longer the steps take.
package enum FreedMemory {
  /// Gives all of it back to the system; between two steps, as it takes a few milliseconds.
  package static func giveBack() { memory_give_back() }

  /// Has large stretches given back at once, in the whole process: that is for a program to choose,
  /// not for a library.
  package static func keepLittle() { memory_keep_little() }
}
