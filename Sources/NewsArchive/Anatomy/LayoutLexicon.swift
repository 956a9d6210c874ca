import GermanLanguage

/// The words by which layout shows, from `layout-words.tsv`, `calendar-words.tsv`,
/// `given-names.tsv` and `places.tsv`.
///
/// A class, since it is handed to every phase and holds many arrays: one count to keep instead of dozens.
final class LayoutLexicon: Sendable {
  /// In running text: exact spelling. In brackets at the end: any case.
  let agencies: PhraseSet
  let agenciesAnyCase: PhraseSet
  let boxLabels: PhraseSet
  let bylineIntros: PhraseSet
  let bylineLinks: PhraseSet
  let creditIntros: PhraseSet
  let dateIntros: PhraseSet
  /// Lines of the site that stand alone, and beginnings of such lines.
  let lines: PhraseSet
  let lineStarts: PhraseSet
  let signOffs: PhraseSet
  let slashPlaces: PhraseSet
  let placeLinks: PhraseSet
  let givenNames: PhraseSet
  let titleNouns: PhraseSet
  let openers: PhraseSet
  let titleSuffixes: [[UInt8]]
  let adjectiveSuffixes: [[UInt8]]
  let places: PhraseSet
  let metaKeys: PhraseSet
  let continuations: PhraseSet
  let months: PhraseSet
  let weekdays: PhraseSet
  let clockWords: PhraseSet

  init(_ files: LexiconFiles) {
    var forms: [String: [String]] = [:]
    for row in TabSeparatedTable(files.bytes("layout-words.tsv")).rows {
      forms[row["kind"], default: []].append(row["form"])
    }
    for row in TabSeparatedTable(files.bytes("given-names.tsv")).rows {
      forms["given-name", default: []].append(row["word"])
    }
    for row in TabSeparatedTable(files.bytes("calendar-words.tsv")).rows {
      forms[row["class"], default: []].append(row["form"])
    }
    func phrases(_ kind: String, ignoringCase: Bool = true) -> PhraseSet {
      PhraseSet(forms[kind] ?? [], ignoringCase: ignoringCase)
    }
    agencies = phrases("agency", ignoringCase: false)
    agenciesAnyCase = phrases("agency")
    boxLabels = phrases("box")
    bylineIntros = phrases("byline")
    bylineLinks = phrases("byline-link", ignoringCase: false)
    creditIntros = phrases("credit")
    dateIntros = phrases("date-intro")
    lines = phrases("line")
    lineStarts = phrases("line-start")
    signOffs = phrases("signoff")
    slashPlaces = phrases("slash-place")
    placeLinks = phrases("place-link", ignoringCase: false)
    givenNames = phrases("given-name", ignoringCase: false)
    titleNouns = phrases("title-noun", ignoringCase: false)
    titleSuffixes = (forms["title-suffix"] ?? []).map { Array($0.utf8) }
    adjectiveSuffixes = (forms["adjective-suffix"] ?? []).map { Array($0.utf8) }
    places = PhraseSet(
      TabSeparatedTable(files.bytes("places.tsv")).rows.map { $0["word"] }, ignoringCase: false)
    openers = phrases("opener", ignoringCase: false)
    metaKeys = phrases("meta-key")
    continuations = phrases("continuation", ignoringCase: false)
    months = phrases("month")
    weekdays = phrases("weekday")
    clockWords = phrases("clock")
  }
}
