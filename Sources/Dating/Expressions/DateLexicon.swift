import GermanLanguage

/// The words of dates, from `calendar-words.tsv` and `date-phrases.tsv`.
///
/// A class, since it is handed to every phase and holds many arrays: one count to keep instead of dozens.
final class DateLexicon: Sendable {
  enum Entry: Sendable, Equatable {
    case month(Int)
    /// Short ones ("Do", "So") count only directly before a day.
    case weekday(Int, isShort: Bool)
    case relative(DateExpression.Unit, Int)
    case season(Int)
    case distance
  }

  /// Everything that may begin an expression, in the text's own case.
  let vocabulary: PhraseSet
  let entries: [Entry]
  let months: PhraseSet
  let monthNumbers: [Int]
  let yearGenitives: PhraseSet
  let yearGenitiveOffsets: [Int]
  let previous: PhraseSet
  let next: PhraseSet
  let this: PhraseSet
  let parts: PhraseSet
  let partNumbers: [Int]
  let numbers: PhraseSet
  let numberValues: [Int]
  let units: PhraseSet
  let unitValues: [DateExpression.Unit]
  let nuances: PhraseSet
  let nuanceValues: [DateExpression.Nuance]
  let yearIntros: PhraseSet

  init(_ files: LexiconFiles) {
    var forms: [String: [(form: String, value: String)]] = [:]
    for row in TabSeparatedTable(files.bytes("calendar-words.tsv")).rows {
      forms[row["class"], default: []].append((row["form"], row["value"]))
    }
    for row in TabSeparatedTable(files.bytes("date-phrases.tsv")).rows {
      forms[row["class"], default: []].append((row["form"], row["value"]))
    }
    func of(_ kind: String) -> [(form: String, value: String)] { forms[kind] ?? [] }
    func phrases(_ kind: String) -> PhraseSet {
      PhraseSet(of(kind).map(\.form), ignoringCase: false)
    }
    func integers(_ kind: String) -> [Int] { of(kind).map { Int($0.value) ?? 0 } }

    var words: [String] = []
    var entries: [Entry] = []
    func add(_ form: String, _ entry: Entry) {
      words.append(form)
      entries.append(entry)
    }
    for (form, value) in of("month") { add(form, .month(Int(value) ?? 1)) }
    for (form, value) in of("weekday") {
      let isShort = form.utf8.count <= 3
      add(form, .weekday(Int(value) ?? 1, isShort: isShort))
      if isShort { continue }
      for time in of("time-of-day") {
        add(form + time.form, .weekday(Int(value) ?? 1, isShort: false))
      }
    }
    for unit in ["day", "week", "month", "year"] {
      for (form, value) in of("relative-" + unit) {
        guard let unit = DateExpression.Unit(rawValue: unit) else { continue }
        add(form, .relative(unit, Int(value) ?? 0))
        if form.utf8.first.map({ $0 >= 0x61 }) == true {
          add(form.prefix(1).uppercased() + form.dropFirst(), .relative(unit, Int(value) ?? 0))
        }
      }
    }
    for (form, value) in of("season") { add(form, .season(Int(value) ?? 1)) }
    for (form, _) in of("distance") { add(form, .distance) }
    vocabulary = PhraseSet(words, ignoringCase: false)
    self.entries = entries
    months = phrases("month")
    monthNumbers = integers("month")
    yearGenitives = phrases("year-genitive")
    yearGenitiveOffsets = integers("year-genitive")
    previous = phrases("previous")
    next = phrases("next")
    this = phrases("this")
    parts = phrases("part")
    partNumbers = integers("part")
    numbers = phrases("number")
    numberValues = integers("number")
    units = phrases("unit")
    unitValues = of("unit").map { DateExpression.Unit(rawValue: $0.value) ?? .day }
    nuances = phrases("nuance")
    nuanceValues = of("nuance").map { DateExpression.Nuance(rawValue: $0.value) ?? .about }
    yearIntros = phrases("year-intro")
  }
}
