public struct TimeExpression: Sendable { public var tokens: Range<Int>; public var value: String; var isDate: Bool { true } }
public struct TimeExpressionFinder { init(anchor: CalendarDate?) {}; func expressions(in s: AnnotatedSentence) -> [TimeExpression] { [] } }
