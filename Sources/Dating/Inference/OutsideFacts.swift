import GermanLanguage
import TextModel

/// Facts from outside the text, from `events.tsv`: what cannot be named before its day, who held which
/// office when, and the days from which "ten months ago" counts.
struct OutsideFacts: Sendable {
  struct Fact: Sendable {
    enum Kind: String, Sendable { case since, office, anchor, horizon }
    var kind: Kind
    var from: Int
    /// Last day; nil when open.
    var to: Int?
    var what: String
  }

  /// What an article's text says of the facts.
  struct Mentions {
    /// First mention of each fact, by index in `facts`; former and future holders left out.
    var named: [Int: TextSpan] = [:]
    /// Mentions of a former holder: the article is not older than the office.
    var former: [Int: TextSpan] = [:]
    /// Words beside which a distance counts from the fact.
    var anchors: [(fact: Int, span: TextSpan)] = []
    /// Facts whose context occurs.
    var contexts: Set<Int> = []
  }

  private enum Role { case name, anchor, context }

  let facts: [Fact]
  /// Years after this day are not considered when a weekday settles a year.
  let horizon: Int
  private let phrases: PhraseSet
  private let roles: [[(role: Role, fact: Int)]]
  private let former: PhraseSet
  private let future: PhraseSet

  init(_ files: LexiconFiles) {
    var facts: [Fact] = []
    var horizon = EDTF.Point.year(2100).days.upperBound
    var order: [String] = []
    var roles: [String: [(role: Role, fact: Int)]] = [:]
    func add(_ word: String, _ role: Role, _ fact: Int) {
      for form in [word, word + "s"] {
        if roles[form] == nil { order.append(form) }
        roles[form, default: []].append((role, fact))
      }
    }
    for row in TabSeparatedTable(files.bytes("events.tsv")).rows {
      // A user's file may have wrong lines; they say nothing.
      guard let kind = Fact.Kind(rawValue: row["kind"]),
        let from = EDTF.Point(row["from"])?.days.lowerBound
      else { continue }
      if kind == .horizon {
        horizon = from
        continue
      }
      let index = facts.count
      facts.append(
        Fact(kind: kind, from: from, to: EDTF.Point(row["to"])?.days.upperBound, what: row["what"]))
      let titles = row.list("title")
      for word in row.list("words") {
        if titles.isEmpty {
          add(word, kind == .anchor ? .anchor : .name, index)
        } else {
          for title in titles { add(title + " " + word, .name, index) }
        }
      }
      for word in row.list("context") { add(word, .context, index) }
    }
    self.facts = facts
    self.horizon = horizon
    phrases = PhraseSet(order, ignoringCase: false)
    self.roles = order.map { roles[$0] ?? [] }
    var forms: [String: [String]] = [:]
    for row in TabSeparatedTable(files.bytes("date-phrases.tsv")).rows {
      forms[row["class"], default: []].append(row["form"])
    }
    former = PhraseSet(forms["former"] ?? [], ignoringCase: false)
    future = PhraseSet(forms["future"] ?? [], ignoringCase: false)
  }

  /// - Complexity: O(*n*) in the length of the blocks.
  func mentions(in article: Article) -> Mentions {
    var mentions = Mentions()
    let bytes = article.text.utf8
    for block in article.anatomy.blocks {
      var at = block.span.begin
      var wordBefore = at
      var atWordStart = true
      while at < block.span.end {
        let byte = bytes[at]
        if atWordStart, phrases.begins(with: byte),
          let found = phrases.find(bytes, at: at, to: block.span.end)
        {
          let span = TextSpan(at, found.end)
          for (role, fact) in roles[found.index] {
            switch role {
            case .context: mentions.contexts.insert(fact)
            case .anchor: mentions.anchors.append((fact, span))
            case .name:
              let before = facts[fact].kind == .office ? wordBefore : at
              if future.match(bytes, at: before, to: at) != nil { continue }
              if former.match(bytes, at: before, to: at) != nil {
                if mentions.former[fact] == nil { mentions.former[fact] = span }
              } else if mentions.named[fact] == nil {
                mentions.named[fact] = span
              }
            }
          }
        }
        if isWordByte(byte) {
          if atWordStart { wordBefore = at }
          atWordStart = false
        } else if byte == UInt8(ascii: "-") {
          // "Ex-Präsident" begins with "Ex-".
          atWordStart = false
        } else {
          atWordStart = true
        }
        at += 1
      }
    }
    return mentions
  }
}
