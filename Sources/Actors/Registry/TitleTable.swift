import GermanLanguage
import TextModel

/// Reads titles: which office a word means and whose it is. Knows `titles.tsv` and the states.
struct TitleTable: Sendable {
  private var equivalents = KeyMap<Role>()
  /// Folds of the listed titles in their usual forms.
  private var forms = WordTable(minimumCapacity: 1_000)
  /// Most words of a text are refused by it.
  private var filter = WordFilter()
  let states: StateTable

  init(_ bytes: [UInt8], states: StateTable) {
    self.states = states
    for row in TabSeparatedTable(bytes).rows {
      let of = row["of"]
      for ending in ["", "s", "n", "en", "in", "innen"] {
        let fold = WordFold.hash(row["word"] + ending)
        forms[fold] = 0
        filter.insert(fold)
      }
      equivalents[TitleKey(row["word"].utf8).key] = Role(
        title: TitleKey(row["role"].utf8), of: of.isEmpty ? nil : ActorID(of))
    }
  }

  /// The role that one title word means: *Kremlchef*, *US-Präsidentin*, *Bundesaußenminister*.
  func role(_ word: ArraySlice<UInt8>) -> Role {
    TitleKey.withLetters(word) { role(folded: $0) }
  }

  private func role(folded letters: UnsafeBufferPointer<UInt8>) -> Role {
    var title = TitleKey(folded: letters)
    var known = equivalents[title.key]
    var prefixState: ActorID?
    if known?.of == nil, let prefix = states.state(beginning: letters) {
      prefixState = prefix.id
      title = TitleKey(folded: UnsafeBufferPointer(rebasing: letters[prefix.length...]))
      known = known ?? equivalents[title.key]
    }
    return Role(title: known?.title ?? title, of: known?.of ?? prefixState)
  }

  /// Whether a word, by its fold, is a form of one of the listed titles.
  @inline(__always)
  func isTitle(_ fold: UInt64) -> Bool { filter.mayHave(fold) && forms[fold] != nil }
}
