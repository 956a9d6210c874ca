import ArgumentParser

@main
struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "standpunkt-bench",
    abstract: "Make articles to measure with, and measure.",
    subcommands: [
      GenerateCommand.self, RunCommand.self, IndexCommand.self, KillCommand.self,
      RecallCommand.self,
    ])
}
