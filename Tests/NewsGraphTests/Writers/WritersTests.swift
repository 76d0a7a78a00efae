import Testing

/// The suites of the writers: `swift test --filter WritersTests`.
@Suite enum WritersTests {}
