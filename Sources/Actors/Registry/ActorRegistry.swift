import GermanLanguage
import TextModel

/// All actors known beforehand: the built-in list, the states, and the user's lists, which win.
struct ActorRegistry: Sendable {
  private(set) var actors: [KnownActor] = []
  private(set) var byID: [ActorID: Int] = [:]
  let titles: TitleTable
  /// What nouns describe.
  let speakerNouns: SpeakerNouns
  /// Words in names of bodies and places, by their folds, and what such a name means.
  let nameParts: [UInt64: ActorKind]
  private(set) var aliases = AliasIndex()
  /// Who holds an office, in the order of the lists.
  private var holders: [Role: [Int]] = [:]
  /// What could not be read of the user's lists.
  private(set) var diagnostics: [Diagnostic] = []

  var states: StateTable { titles.states }

  init(files: LexiconFiles, words: GermanLexicon, lists: [(path: String, bytes: [UInt8])]) {
    let states = StateTable(files.bytes("states.tsv"))
    titles = TitleTable(files.bytes("titles.tsv"), states: states)
    speakerNouns = SpeakerNouns(files.bytes("speaker-nouns.tsv"))
    nameParts = Dictionary(
      TabSeparatedTable(files.bytes("body-words.tsv")).rows.map {
        (WordFold.hash($0["word"]), ActorKind(rawValue: $0["kind"]) ?? .organisation)
      }, uniquingKeysWith: { first, _ in first })
    // A user's entry replaces the built-in one of the same id, and its aliases come first.
    for (path, bytes) in lists.reversed() { read(bytes, path: path) }
    read(files.bytes("actors.tsv"), path: "actors.tsv")
    addStates()
    for (index, actor) in actors.enumerated() {
      for held in actor.roles { holders[held.role, default: []].append(index) }
      aliases.add(actor, index: index, words: words)
    }
    aliases.freeze()
  }

  /// Lets given names tell the sex of the persons whose roles do not.
  mutating func tellSex(_ isFemale: (UInt64) -> Bool?) {
    for index in actors.indices {
      if let name = actors[index].personName, actors[index].isFemale == nil {
        actors[index].isFemale = isFemale(name.givenFold)
      }
    }
  }

  private mutating func add(_ actor: KnownActor) {
    guard byID[actor.id] == nil else { return }
    byID[actor.id] = actors.count
    actors.append(actor)
    if actor.kind == .person {
      actors[actors.count - 1].personName = PersonName(actor.name)
    }
  }

  private mutating func read(_ bytes: [UInt8], path: String) {
    let table = TabSeparatedTable(bytes)
    guard table.headerLine == 0 || Self.needed.allSatisfy(table.header.contains) else {
      let message =
        "line \(table.headerLine): expected the header with the columns id, name, kind, country, aliases, "
        + "roles, metonymOf, note separated by tabs, found \"\(table.header.joined(separator: " "))\"; "
        + "the file is left out"
      diagnostics.append(Diagnostic(.warning, path: path, message: message))
      return
    }
    var lines: [ActorID: Int] = [:]
    for row in table.rows {
      if row.count > table.header.count {
        let message =
          "line \(row.line): expected at most \(table.header.count) columns separated by tabs, found "
          + "\(row.count); those behind are left out"
        diagnostics.append(Diagnostic(.warning, path: path, message: message))
      }
      guard !row["id"].isEmpty, !row["name"].isEmpty, let kind = ActorKind(rawValue: row["kind"])
      else {
        let message =
          "line \(row.line): expected id, name and one of the kinds "
          + "\(ActorKind.allCases.map(\.rawValue).joined(separator: ", ")), found "
          + "\"\(row["id"])\", \"\(row["name"])\", \"\(row["kind"])\"; the line is left out"
        diagnostics.append(Diagnostic(.warning, path: path, message: message))
        continue
      }
      if let first = lines.updateValue(row.line, forKey: ActorID(row["id"])) {
        lines[ActorID(row["id"])] = first
        let message =
          "line \(row.line): expected an id that no other line has, found \"\(row["id"])\" of line "
          + "\(first) again; the line is left out"
        diagnostics.append(Diagnostic(.warning, path: path, message: message))
        continue
      }
      let country = row["country"].isEmpty ? nil : ActorID(row["country"])
      var isFemale = false
      var roles: [HeldRole] = []
      for text in row.list("roles") {
        guard let held = heldRole(text, country: country, isFemale: &isFemale) else {
          let message =
            "line \(row.line): expected a role as title@from/to, found \"\(text)\"; it is left out"
          diagnostics.append(Diagnostic(.warning, path: path, message: message))
          continue
        }
        roles.append(held)
      }
      let spokenFor = row["note"].split(separator: ";").lazy
        .map { oneLine(String($0)) }
        .first { $0.hasPrefix("speaks on behalf of ") }
        .map { ActorID(String($0.dropFirst("speaks on behalf of ".count))) }
      add(
        KnownActor(
          id: ActorID(row["id"]), name: row["name"], kind: kind, country: country,
          aliases: row.list("aliases"),
          metonymOf: row["metonymOf"].isEmpty ? nil : ActorID(row["metonymOf"]),
          speaksFor: spokenFor, roles: roles, isFemale: isFemale ? true : nil))
    }
  }

  /// The columns without which no line can be read.
  private static let needed = ["id", "name", "kind"]

  /// "belarussischer Präsident@1994-07/..": adjectives and "von X" name the state, else the country does.
  private func heldRole(_ text: String, country: ActorID?, isFemale: inout Bool) -> HeldRole? {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count <= 2, let words = parts.first, !words.isEmpty else { return nil }
    var of: ActorID?
    var title: Substring?
    for word in words.split(separator: " ") {
      if let first = word.utf8.first, first >= 0x61, title == nil {
        of = states.state(ofAdjective: word.utf8) ?? of
      } else if title == nil {
        title = word
      }
    }
    guard let title else { return nil }
    if title.hasSuffix("in") { isFemale = true }
    var role = titles.role(Array(title.utf8)[...])
    role.of = role.of ?? of ?? country
    guard parts.count == 2 else { return HeldRole(role: role, days: Int.min...Int.max) }
    let ends = parts[1].split(separator: "/", omittingEmptySubsequences: false)
    guard ends.count == 2 else { return nil }
    var days = Int.min...Int.max
    for (index, end) in ends.enumerated() where !end.isEmpty && end != ".." {
      guard let point = EDTF(end)?.days else { return nil }
      days =
        index == 0
        ? point.lowerBound...Int.max : days.lowerBound...max(days.lowerBound, point.upperBound)
    }
    return HeldRole(role: role, days: days)
  }

  private mutating func addStates() {
    for state in states.states {
      add(
        KnownActor(
          id: state.id, name: state.name, kind: .state, country: state.id, aliases: state.aliases,
          metonymOf: nil, speaksFor: nil, roles: [], isFemale: nil))
      for (number, capital) in state.capitals.enumerated() {
        // Further entries are other spellings of the same city.
        let id = ActorID(slugOf: capital)
        if number > 0, let first = state.capitals.first, isSpelling(capital, of: first) { continue }
        add(
          KnownActor(
            id: id, name: capital, kind: .governmentMetonym, country: state.id,
            aliases: number == 0 ? state.capitals.filter { isSpelling($0, of: capital) } : [],
            metonymOf: state.id, speaksFor: nil, roles: [], isFemale: nil))
      }
    }
  }

  private func isSpelling(_ a: String, of b: String) -> Bool {
    a != b && (a.utf8.first == b.utf8.first || a.hasSuffix(b) || b.hasSuffix(a))
  }

  /// The one who holds an office on some day of a date; nil when nobody or more than one fits.
  ///
  /// - Parameter days: when; nil when unknown, then only an office that had one holder is told.
  func holder(of role: Role, on days: ClosedRange<Int>?) -> Int? {
    guard role.of != nil, let candidates = holders[role] else { return nil }
    let fitting = candidates.filter { index in
      actors[index].roles.contains { held in
        held.role == role && (days.map { held.days.overlaps($0) } ?? true)
      }
    }
    var unique: [Int] = []
    for index in fitting where !unique.contains(index) { unique.append(index) }
    return unique.count == 1 ? unique[0] : nil
  }
}
