import GermanLanguage
import TextModel

/// States with the words for them, from `states.tsv`.
struct StateTable: Sendable {
  struct State: Sendable {
    let id: ActorID
    let name: String
    let aliases: [String]
    let demonyms: [String]
    let capitals: [String]
  }

  private(set) var states: [State] = []
  private(set) var byID: [ActorID: Int] = [:]
  /// Stems of adjectives (*russisch*).
  private var adjectives = KeyTable()
  /// Folded beginnings of compounds (*us*, *bundes*, *belarus*) by their first letter, longest first.
  private var prefixes: [[(letters: [UInt8], state: Int)]] = Array(repeating: [], count: 256)

  init(_ bytes: [UInt8]) {
    for row in TabSeparatedTable(bytes).rows where !row["id"].isEmpty {
      let index = states.count
      let state = State(
        id: ActorID(row["id"]), name: row["name"], aliases: row.list("aliases"),
        demonyms: row.list("demonyms"), capitals: row.list("capitals"))
      states.append(state)
      byID[state.id] = index
      for adjective in row.list("adjectives") {
        adjectives[WordKey(stemOf: adjective)] = Int32(index)
      }
      for prefix in row.list("prefixes") + [state.name] {
        let letters = TitleKey.letters(prefix.utf8)
        if let first = letters.first { prefixes[Int(first)].append((letters, index)) }
      }
    }
    for initial in prefixes.indices {
      prefixes[initial].sort { $0.letters.count > $1.letters.count }
    }
  }

  /// The state that an adjective belongs to (*russischen*, *US-amerikanische*).
  func state(ofAdjective word: some Sequence<UInt8>) -> ActorID? {
    var letters: [UInt8] = []
    appendFolded(word, to: &letters)
    let index = adjectives[WordKey(letters.prefix(WordStem.stemLength(letters[...])))]
    return index >= 0 ? states[Int(index)].id : nil
  }

  /// The same of a word in a text.
  func state(ofAdjective word: ArraySlice<UInt8>) -> ActorID? {
    let index = adjectives[WordKey(stemOf: word)]
    return index >= 0 ? states[Int(index)].id : nil
  }

  /// The state that begins a compound, and how many folded letters it takes (*usprasident* → usa, 2).
  func state(beginning letters: [UInt8]) -> (id: ActorID, length: Int)? {
    guard let first = letters.first else { return nil }
    for prefix in prefixes[Int(first)] where letters.count > prefix.letters.count + 2 {
      if letters.starts(with: prefix.letters) {
        return (states[prefix.state].id, prefix.letters.count)
      }
    }
    return nil
  }
}
