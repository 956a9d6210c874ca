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
  /// Folded beginnings of compounds (*us*, *bundes*, *belarus*), one after the other.
  private var prefixLetters: [UInt8] = []
  /// Where each stands, with its state: those of one first letter side by side, of these the longest first.
  private var prefixes: [(letters: Range<Int>, state: Int)] = []
  /// For each first letter its places in `prefixes`.
  private var prefixesByInitial: [Range<Int>] = Array(repeating: 0..<0, count: 256)

  init(_ bytes: [UInt8]) {
    var beginnings: [[(letters: [UInt8], state: Int)]] = Array(repeating: [], count: 256)
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
        if let first = letters.first { beginnings[Int(first)].append((letters, index)) }
      }
    }
    for initial in beginnings.indices {
      let first = prefixes.count
      for (letters, state) in beginnings[initial].sorted(by: { $0.letters.count > $1.letters.count }
      ) {
        prefixes.append((prefixLetters.count..<prefixLetters.count + letters.count, state))
        prefixLetters += letters
      }
      prefixesByInitial[initial] = first..<prefixes.count
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
  func state(beginning letters: UnsafeBufferPointer<UInt8>) -> (id: ActorID, length: Int)? {
    guard let first = letters.first else { return nil }
    for place in prefixesByInitial[Int(first)] {
      let prefix = prefixes[place].letters
      guard letters.count > prefix.count + 2 else { continue }
      var same = 1
      while same < prefix.count, letters[same] == prefixLetters[prefix.lowerBound + same] {
        same += 1
      }
      if same == prefix.count { return (states[prefixes[place].state].id, prefix.count) }
    }
    return nil
  }
}
