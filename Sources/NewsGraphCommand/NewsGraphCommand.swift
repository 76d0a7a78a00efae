import ArgumentParser

@main
struct NewsGraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "newsgraph", abstract: "Turns news articles into knowledge graphs.",
    subcommands: [Annotate.self])
}
