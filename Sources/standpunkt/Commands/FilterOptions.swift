import ArgumentParser
import CorpusStore
import TextModel

/// The filters, under the same names in every command.
struct FilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only articles of this time: 2023, 2023-03, 2023-03..2024-02, or EDTF.", valueName: "date"))
  var date: String?

  @Option(help: ArgumentHelp("Only articles from this time on.", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("Only articles until this time, it included.", valueName: "date"))
  var to: String?

  @Option(
    help: ArgumentHelp(
      "Only statements of this actor; 'unknown' for unnamed speakers.", valueName: "id"))
  var actor: [String] = []

  @Option(help: ArgumentHelp("Only statements on this concept of the codebook.", valueName: "id"))
  var concept: [String] = []

  @Option(
    help: ArgumentHelp("Only statements with this stance: support, oppose, neutral, ambivalent."))
  var stance: [Polarity] = []

  @Option(
    help: ArgumentHelp(
      "Only statements of this type: Direct, Indirect, Reported, FreeIndirect, IndirectFreeIndirect."
    ))
  var type: [ReportedSpeech] = []

  @Option(
    help: ArgumentHelp(
      "Only articles whose text matches: words, bund*, \"in a row\", AND, OR, NOT, NEAR/5, parentheses.",
      valueName: "query"))
  var text: String?

  /// The filter that the options make.
  ///
  /// - Throws: `ValidationError` for a date or a text query that cannot be read.
  func filter() throws -> CorpusFilter {
    var filter = CorpusFilter()
    filter.window = try window()
    filter.actors = Set(actor.map { $0 == "unknown" ? nil : ActorID($0) })
    filter.concepts = Set(concept.map { ConceptID($0) })
    filter.polarities = Set(stance)
    filter.types = Set(type)
    if let text {
      do {
        _ = try TextQuery(text)
      } catch {
        throw ValidationError("--text \(displayable(text)): \(error.message).")
      }
      filter.text = text
    }
    return filter
  }

  private func window() throws -> ClosedRange<Int>? {
    let whole = try date.map { try days($0, option: "--date") }
    let first = try from.map { try days($0, option: "--from") }
    let last = try to.map { try days($0, option: "--to") }
    guard whole != nil || first != nil || last != nil else { return nil }
    let begin = max(whole?.lowerBound ?? .min, first?.lowerBound ?? .min)
    let end = min(whole?.upperBound ?? .max, last?.upperBound ?? .max)
    guard begin <= end else {
      throw ValidationError("The time that --date, --from and --to name together is empty.")
    }
    return begin...end
  }

  private func days(_ text: String, option: String) throws -> ClosedRange<Int> {
    do {
      return try DateWindow(input: text).days
    } catch {
      throw ValidationError("\(option) \(displayable(text)): \(error.message)")
    }
  }
}

extension Polarity: ExpressibleByArgument {}
extension ReportedSpeech: ExpressibleByArgument {}
