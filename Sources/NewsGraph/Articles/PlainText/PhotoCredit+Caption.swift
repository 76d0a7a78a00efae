extension PhotoCredit {
  /// Whether a folded passage says of itself that it describes a picture.
  static func isCaption(_ folded: String) -> Bool {
    captionOpenings.contains { folded.hasPrefix($0) }
      || (folded.utf8.contains(0x28) || folded.utf8.contains(0x5B))
        && captionWords.contains { folded.holds($0) }
  }

  private static let captionOpenings = [
    "in this photo", "in this image", "in this picture", "in this file photo", "in this frame",
    "in this handout", "in this undated photo", "in this video grab", "in this screengrab",
    "file photo:", "file picture:", "file image:", "file - ", "file: ", "[file: ", "photo: ",
    "pictured: ", "image caption", "photo caption", "caption: ", "video caption", "media caption",
  ]
  private static let captionWords = [
    " (l), ", " (c), ", " (l) and ", " (file photo)", " [file photo]",
  ]
}
