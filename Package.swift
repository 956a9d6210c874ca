// swift-tools-version: 6.2
// Floors, from the bottom up; a target may depend on lower floors only (see docs/architecture.md).
// The build checks that every import is declared here:
//   swift build --explicit-target-dependency-import-check error
import PackageDescription

/// With STANDPUNKT_FUZZ=1 everything is built for libFuzzer, and `standpunkt-fuzz` is added (`make fuzz`).
let isFuzzing = Context.environment["STANDPUNKT_FUZZ"] == "1"

let strict: [SwiftSetting] =
  [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]
  + (isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer,address"])] : [])

/// A Swift target of ours: Swift 6 mode, warnings are errors.
func floor(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "standpunkt",
  products: [
    .executable(name: "standpunkt", targets: ["standpunkt"]),
    .executable(name: "standpunkt-bench", targets: ["standpunkt-bench"]),
  ],
  dependencies: [
    // Command line: parsing, help, completion and errors of the batch commands.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    // The index: SQLite (libsqlite3-dev) with transactions, cached statements and one writer beside many
    // readers. Only CorpusIndex may import it.
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    // Floor 0: words and cells.
    floor("TextModel"),
    floor("ScreenModel"),
    floor("Pipelines"),
    .systemLibrary(name: "CNcurses"),
    .target(name: "CSignalPipe"),
    // The data files (lexicons, events, actors, codebook), embedded by the C compiler's #embed:
    // Swift's own embedInCode takes a minute for 200 kB.
    .target(name: "CLexicon", exclude: ["data"]),

    // Reading German news.
    floor("GermanLanguage", ["TextModel", "CLexicon"]),
    floor("NewsArchive", ["TextModel", "GermanLanguage"]),
    floor("Dating", ["TextModel", "GermanLanguage"]),
    // Weights learned from data under CC BY-NC-SA 4.0, kept apart from everything else; see its LICENSE.
    .target(name: "CLearnedWeights", exclude: ["data"]),
    floor("QuotationLearning", ["TextModel", "GermanLanguage", "CLearnedWeights"]),
    floor("Quotations", ["TextModel", "GermanLanguage", "QuotationLearning"]),
    floor("Actors", ["TextModel", "GermanLanguage"]),
    floor("StanceAnalysis", ["TextModel", "GermanLanguage", "CLearnedWeights"]),
    // What it makes of a statement is kept in the index too.
    .target(
      name: "Relations", dependencies: ["TextModel", "GermanLanguage"], swiftSettings: strict,
      plugins: ["RulesDigest"]),
    // Its plugin hashes the sources of all modules that read an article: an index knows by that when the
    // rules have changed.
    .target(
      name: "ArticleAnalysis",
      dependencies: [
        "TextModel", "GermanLanguage", "NewsArchive", "Dating", "Quotations", "Actors",
        "StanceAnalysis",
      ], swiftSettings: strict, plugins: ["RulesDigest"]),
    .plugin(name: "RulesDigest", capability: .buildTool(), path: "Sources/RulesDigest"),
    floor("Interchange", ["TextModel"]),
    floor("Evaluation", ["TextModel"]),
    floor(
      "QuotationTraining",
      ["TextModel", "GermanLanguage", "QuotationLearning", "Quotations", "Evaluation"]),
    floor(
      "StanceTraining",
      [
        "TextModel", "GermanLanguage", "NewsArchive", "Quotations", "Actors", "StanceAnalysis",
        "Evaluation",
      ]),
    floor("CorpusStore", ["TextModel", "GermanLanguage", "Relations"]),
    floor(
      "CorpusIndex",
      [
        "TextModel", "Pipelines", "GermanLanguage", "NewsArchive", "ArticleAnalysis",
        "Interchange", "Relations", "CorpusStore",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),

    // The screen.
    floor("Typesetting", ["TextModel", "ScreenModel"]),
    floor("TerminalDriver", ["ScreenModel", "CNcurses", "CSignalPipe"]),
    floor("ScreenExport", ["ScreenModel"]),

    // The explorer: the one loop that introduces the two.
    floor("Explorer", ["TextModel", "ScreenModel", "Typesetting", "CorpusStore"]),
    floor("ExplorerViews", ["TextModel", "ScreenModel", "Typesetting", "CorpusStore", "Explorer"]),

    .executableTarget(
      name: "standpunkt",
      dependencies: [
        "TextModel", "ScreenModel", "Pipelines", "GermanLanguage", "NewsArchive", "Evaluation",
        "ArticleAnalysis", "Interchange", "Relations",
        "CorpusStore", "CorpusIndex", "TerminalDriver", "ScreenExport", "Explorer",
        "ExplorerViews",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .executableTarget(
      name: "standpunkt-train", dependencies: ["QuotationTraining", "StanceTraining"],
      exclude: ["labels"],
      swiftSettings: strict),
    .executableTarget(
      name: "standpunkt-bench",
      dependencies: [
        "TextModel", "GermanLanguage", "NewsArchive", "ArticleAnalysis", "Quotations", "Dating",
        "Actors", "StanceAnalysis", "Interchange", "Relations", "CorpusStore", "CorpusIndex",
        "ScreenModel", "Explorer", "ExplorerViews", "CPseudoTerminal", "ScreenEmulation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),

    tests("TextModel", ["TextModel"]),
    tests("ScreenModel", ["ScreenModel"]),
    tests("Pipelines", ["Pipelines"]),
    tests("GermanLanguage", ["TextModel", "GermanLanguage"]),
    tests(
      "NewsArchive", ["TextModel", "NewsArchive", "CaseFiles", "TestFiles"], exclude: ["Cases"]),
    tests(
      "Dating", ["TextModel", "GermanLanguage", "NewsArchive", "Dating", "CaseFiles"],
      exclude: ["Cases"]),
    tests(
      "Quotations", ["TextModel", "GermanLanguage", "NewsArchive", "Quotations", "Evaluation"],
      exclude: ["Cases", "Kinds"]),
    tests(
      "Actors",
      ["TextModel", "GermanLanguage", "NewsArchive", "Quotations", "Actors", "CaseFiles"],
      exclude: ["Cases"]),
    tests(
      "StanceAnalysis",
      ["TextModel", "GermanLanguage", "NewsArchive", "Quotations", "Actors", "StanceAnalysis"],
      exclude: ["Cases"]),
    tests("StanceTraining", ["GermanLanguage", "StanceTraining"]),
    tests("Relations", ["TextModel", "Relations"]),
    tests(
      "ArticleAnalysis",
      ["TextModel", "GermanLanguage", "ArticleAnalysis", "Interchange", "NewsArchive"]),
    tests("Interchange", ["TextModel", "Interchange"]),
    tests("CorpusStore", ["TextModel", "CorpusStore"]),
    tests(
      "CorpusIndex",
      [
        "TextModel", "GermanLanguage", "NewsArchive", "ArticleAnalysis", "CorpusStore",
        "CorpusIndex", "Interchange", "Relations", "standpunkt", "TestFiles",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests("Evaluation", ["TextModel", "Evaluation"]),
    tests("QuotationLearning", ["TextModel", "GermanLanguage", "QuotationLearning"]),
    tests("Typesetting", ["TextModel", "ScreenModel", "Typesetting"]),
    tests("TerminalDriver", ["ScreenModel", "TerminalDriver"]),
    tests("ScreenExport", ["ScreenModel", "ScreenExport"]),
    tests(
      "Explorer",
      ["TextModel", "ScreenModel", "ScreenExport", "CorpusStore", "Explorer", "ExplorerViews"],
      exclude: ["Screens"]),
    // Reads the case files of language work.
    .target(name: "CaseFiles", path: "Tests/CaseFiles", swiftSettings: strict),
    // Makes the files and folders that a test needs.
    .target(name: "TestFiles", path: "Tests/TestFiles", swiftSettings: strict),
    // What must hold of every reading of every text, shared by tests and the fuzzer.
    .target(
      name: "ArticleChecks",
      dependencies: [
        "TextModel", "GermanLanguage", "NewsArchive", "Dating", "Quotations", "Actors",
        "StanceAnalysis", "Interchange",
      ], path: "Tests/ArticleChecks", swiftSettings: strict),
    tests("Robustness", ["TextModel", "ArticleChecks"], exclude: ["Crashers"]),
    // What a terminal shows after the bytes that it got; for the benchmarks too.
    .target(
      name: "ScreenEmulation", dependencies: ["ScreenModel"], path: "Tests/ScreenEmulation",
      swiftSettings: strict),
    // Runs the built program in a pseudo-terminal.
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    tests(
      "EndToEnd",
      [
        "ScreenModel", "ScreenExport", "TerminalDriver", "CPseudoTerminal", "ScreenEmulation",
        "TestFiles",
        "standpunkt",
      ],
      exclude: ["Screens"]),
  ],
  cLanguageStandard: .c2x
)

if isFuzzing {
  package.targets.append(
    .executableTarget(
      name: "standpunkt-fuzz", dependencies: ["ArticleChecks"], exclude: ["german.dict"],
      swiftSettings: strict,
      // gold, the default, breaks off at the sanitizer's debug information.
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]))
}
