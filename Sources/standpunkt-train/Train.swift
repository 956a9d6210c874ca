import Foundation
import QuotationTraining
import StanceTraining

/// Learns the weights of quotation attribution, or of stances, from annotated articles.
@main
struct Train {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "stances" {
      exit(trainStances(Array(arguments.dropFirst())))
    }
    exitWith(trainingCommand(arguments))
  }

  private static let usage = """
    usage: standpunkt-train stances --output DIR [--sentences FILE] [--labels FILE --texts DIR] [name=value ...]

    Learns stance-weights.tsv, stance-words.tsv and stance-context.tsv and writes them into DIR.
    --sentences FILE  a table `polarity, text` of made-up sentences
    --labels FILE     a table `document, begin, end, polarity, sure` of statements in the articles of --texts
    --texts DIR       articles in the layout of the public data set
    name=value        a setting: signalPull, wordPull, contextPull, minimumCount, unsureWeight, sentenceWeight,
                      leastWordWeight, folds

    """

  private static func trainStances(_ arguments: [String]) -> Int32 {
    var paths: [String: String] = [:]
    var settings: [String: Float] = [:]
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      let parts = argument.split(separator: "=")
      if ["--output", "--sentences", "--labels", "--texts"].contains(argument),
        let value = rest.popFirst()
      {
        paths[argument] = value
      } else if parts.count == 2, let value = Float(parts[1]) {
        settings[String(parts[0])] = value
      } else {
        say(usage)
        return 64
      }
    }
    guard let output = paths["--output"], paths["--sentences"] ?? paths["--labels"] != nil,
      (paths["--labels"] == nil) == (paths["--texts"] == nil)
    else {
      say(usage)
      return 64
    }
    do {
      func bytes(_ name: String) throws -> [UInt8] {
        try paths[name].map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: $0))) } ?? []
      }
      let tables = try StanceTables(
        sentences: try bytes("--sentences"), labels: try bytes("--labels"),
        folder: paths["--texts"] ?? "", settings: settings)
      for (name, table) in [
        ("stance-weights.tsv", tables.signals), ("stance-words.tsv", tables.words),
        ("stance-context.tsv", tables.context),
      ] {
        try Data(table.utf8).write(to: URL(fileURLWithPath: output + "/" + name))
      }
      print(tables.report, terminator: "")
      return 0
    } catch {
      say("\(error)\n")
      return 1
    }
  }

  private static func say(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
