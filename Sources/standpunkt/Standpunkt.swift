import ArgumentParser

@main
struct Standpunkt: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "standpunkt",
    abstract: "Who said what, when, to whom, and where they stand, in archives of German news.",
    version: "0.1.0",
    subcommands: [
      ExploreCommand.self, ExtractCommand.self, RelationsCommand.self, SearchCommand.self,
      IndexCommand.self, EvaluateCommand.self, RenderCommand.self,
    ],
    defaultSubcommand: ExploreCommand.self)
}
