/// A writer of annotated articles as JSON Lines: one object for each sentence.
///
/// `{"kind":"sentence","article":ID,"begin":0,"end":20,"block":"paragraph","tokens":[…],"names":[…]}`;
/// a token has `begin`, `end`, `form`, `lemma`, `upos`, `xpos`, `features`, `head` (index of a token
/// from 0, or null), `deprel` and `type`; a name has `begin`, `end`, `label`. Offsets are code points.
public struct AnnotationJSONWriter: Sendable {
  /// Makes a writer.
  public init() {}

  /// The article's sentences, each on a line.
  public func string(for annotated: AnnotatedArticle) -> String {
    var output = ""
    for sentence in annotated.sentences {
      append(sentence, articleID: annotated.article.id, to: &output)
    }
    return output
  }

  private func append(
    _ sentence: AnnotatedSentence, articleID: String, to output: inout String
  ) {
    output += "{\"kind\":\"sentence\",\"article\":\(Self.quoted(articleID)),"
    output += "\"begin\":\(sentence.range.begin),\"end\":\(sentence.range.end),"
    output += "\"block\":\"\(sentence.block.rawValue)\",\"tokens\":["
    output += sentence.tokens.map(Self.object).joined(separator: ",")
    output += "],\"names\":["
    output += sentence.names.map { Self.object($0, sentence.tokens) }.joined(separator: ",")
    output += "]}\n"
  }

  private static func object(_ token: Token) -> String {
    var text = "{\"begin\":\(token.range.begin),\"end\":\(token.range.end),"
    text += "\"form\":\(quoted(token.form)),\"lemma\":\(quoted(token.lemma)),"
    text += "\"upos\":\"\(token.upos.rawValue)\",\"xpos\":\(quoted(token.xpos)),"
    text += "\"features\":\(quoted(token.features)),"
    text += "\"head\":\(token.head.map(String.init) ?? "null"),\"deprel\":\(quoted(token.deprel)),"
    text += "\"type\":\(token.phraseType.map { "\"\($0.rawValue)\"" } ?? "null")}"
    return text
  }

  private static func object(_ name: NameSpan, _ tokens: [Token]) -> String {
    let begin = tokens[name.tokens.lowerBound].range.begin
    let end = tokens[name.tokens.upperBound - 1].range.end
    return "{\"begin\":\(begin),\"end\":\(end),\"label\":\"\(name.label.rawValue)\"}"
  }

  /// The text as a JSON string (RFC 8259, section 7).
  private static func quoted(_ text: String) -> String {
    var view = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": view.append(contentsOf: "\\\"".unicodeScalars)
      case "\\": view.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": view.append(contentsOf: "\\n".unicodeScalars)
      case "\r": view.append(contentsOf: "\\r".unicodeScalars)
      case "\t": view.append(contentsOf: "\\t".unicodeScalars)
      case let control where control.value < 0x20:
        let hex = String(control.value, radix: 16)
        let padding = String(repeating: "0", count: 4 - hex.count)
        view.append(contentsOf: "\\u\(padding)\(hex)".unicodeScalars)
      default: view.append(scalar)
      }
    }
    view.append("\"")
    return String(view)
  }
}
