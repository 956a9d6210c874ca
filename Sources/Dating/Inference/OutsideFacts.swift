import GermanLanguage
import TextModel

/// Facts from outside the text, from `events.tsv`: what cannot be named before its day, who held which
/// office when, and the days from which "ten months ago" counts.
///
/// A class, since it is handed to every phase and holds many arrays: one count to keep instead of dozens.
final class OutsideFacts: Sendable {
  struct Fact: Sendable {
    enum Kind: String, Sendable { case since, office, anchor, horizon }
    var kind: Kind
    var from: Int
    /// Last day; nil when open.
    var to: Int?
    var what: String
    /// Whether it counts only in an article where one of its context words occurs.
    var needsContext: Bool
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

  /// What a phrase of the table does for a fact.
  private enum Role {
    /// Names it.
    case name
    /// Begins the name of somebody in office; `holders` must follow.
    case title
    case anchor, context
  }

  let facts: [Fact]
  /// Years after this day are not considered when a weekday settles a year.
  let horizon: Int
  private let phrases: PhraseSet
  private let roles: [[(role: Role, fact: Int)]]
  /// Names that follow a title, and the facts each belongs to.
  private let holders: PhraseSet
  private let holderFacts: [[Int]]
  private let former: PhraseSet
  private let future: PhraseSet

  init(_ files: LexiconFiles) {
    var facts: [Fact] = []
    var horizon = EDTF.Point.year(2100).days.upperBound
    var order: [String] = []
    var roles: [String: [(role: Role, fact: Int)]] = [:]
    var holderOrder: [String] = []
    var holderFacts: [String: [Int]] = [:]
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
        Fact(
          kind: kind, from: from, to: EDTF.Point(row["to"])?.days.upperBound, what: row["what"],
          needsContext: kind == .since && !row["context"].isEmpty))
      let titles = row.list("title")
      for word in row.list("words") {
        guard !titles.isEmpty else {
          add(word, kind == .anchor ? .anchor : .name, index)
          continue
        }
        for form in [word, word + "s"] {
          if holderFacts[form] == nil { holderOrder.append(form) }
          holderFacts[form, default: []].append(index)
        }
      }
      for title in titles { add(title, .title, index) }
      for word in row.list("context") { add(word, .context, index) }
    }
    self.facts = facts
    self.horizon = horizon
    phrases = PhraseSet(order, ignoringCase: false)
    self.roles = order.map { roles[$0] ?? [] }
    holders = PhraseSet(holderOrder, ignoringCase: false)
    self.holderFacts = holderOrder.map { holderFacts[$0] ?? [] }
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
      while true {
        at = phrases.nextCandidate(bytes, from: at, to: block.span.end, hyphenJoins: true)
        guard at < block.span.end else { break }
        if let found = phrases.find(bytes, at: at, to: block.span.end) {
          take(found.index, TextSpan(at, found.end), block.span, bytes, &mentions)
        }
        at += 1
      }
    }
    return mentions
  }

  private func take(
    _ index: Int, _ span: TextSpan, _ block: TextSpan, _ bytes: [UInt8], _ mentions: inout Mentions
  ) {
    var holder: (span: TextSpan, facts: [Int])?
    if roles[index].contains(where: { $0.role == .title }) {
      let nameAt = bytes.skipSpace(from: span.end, to: block.end)
      if nameAt > span.end, let name = holders.find(bytes, at: nameAt, to: block.end) {
        holder = (TextSpan(span.begin, name.end), holderFacts[name.index])
      }
    }
    for (role, fact) in roles[index] {
      switch role {
      case .context: mentions.contexts.insert(fact)
      case .anchor:
        // As many as an article can need; more would only make a flood of them slow.
        if mentions.anchors.count < 500 { mentions.anchors.append((fact, span)) }
      case .name:
        if mentions.named[fact] == nil { mentions.named[fact] = span }
      case .title:
        guard let holder, holder.facts.contains(fact) else { continue }
        let before = wordBefore(span.begin, block.begin, bytes)
        if future.match(bytes, at: before, to: span.begin) != nil { continue }
        if former.match(bytes, at: before, to: span.begin) != nil {
          if mentions.former[fact] == nil { mentions.former[fact] = holder.span }
        } else if mentions.named[fact] == nil {
          mentions.named[fact] = holder.span
        }
      }
    }
  }

  private func wordBefore(_ offset: Int, _ begin: Int, _ bytes: [UInt8]) -> Int {
    let end = bytes.trimEnd(from: begin, to: offset)
    var at = end
    while at > begin, isWordByte(bytes[at - 1]) { at -= 1 }
    return at
  }
}
