import TextModel

/// All cues of a codebook, compiled for matching: from a lemma to the cues that it can begin.
struct CueIndex: Sendable {
  typealias Lemma = LemmaTable.Lemma

  struct CompiledCue: Sendable {
    let concept: Int
    /// +1 for a support cue, -1 for an oppose cue.
    let sign: Int
    let isTopic: Bool
    /// The part that is looked for first: the one with the rarest words.
    let anchor: Int
    let parts: [[[Lemma]]]
    /// Whether a negator is part of it, so that it does not turn its sign.
    let hasNegator: Bool
  }

  private(set) var cues: [CompiledCue] = []
  /// For each lemma the cues whose anchor begins with it.
  private var byLemma: [[Int32]] = []
  /// The lemma that stands for any negator.
  let negator: Lemma

  /// Words too common to be looked for first.
  private static let common: Set<String> = [
    "sich", "nicht", "müssen", "sollen", "wollen", "können", "kommen", "machen", "Land", "Ukraine",
    "Belarus",
    "Russland", "Putin", "Lukaschenko", "in", "an", "auf", "zu", "mit", "von", "vor", "nach", "nur",
    "sein",
    "USA", "Westen", "Minsk", "Moskau", "Kiew", "gut", "ohne", "Krieg", "Gespräch", "wir", "das",
    "es",
  ]

  init(_ codebook: Codebook, lemmas: inout LemmaTable) {
    negator = lemmas.add("nicht")
    for (number, entry) in codebook.entries.enumerated() {
      for (sign, list) in [(1, entry.supportCues), (-1, entry.opposeCues)] {
        for cue in list { add(cue, concept: number, sign: sign, &lemmas) }
      }
    }
    byLemma = Array(repeating: [], count: lemmas.count)
    for (index, cue) in cues.enumerated() {
      for alternative in cue.parts[cue.anchor] {
        guard let first = alternative.first else { continue }
        byLemma[Int(first)].append(Int32(index))
      }
    }
  }

  private mutating func add(
    _ cue: Codebook.Cue, concept: Int, sign: Int, _ lemmas: inout LemmaTable
  ) {
    var compiled: [[[Lemma]]] = []
    var anchor = 0
    var rarest = Int.min
    var hasNegator = false
    for (number, part) in cue.parts.enumerated() {
      compiled.append(part.map { $0.map { lemmas.add($0) } })
      if part.contains(["nicht"]) { hasNegator = true }
      // Long words and few alternatives are rare.
      let commonness = part.reduce(0) { sum, words in
        sum + (Self.common.contains(words[0]) ? 100 : max(1, 12 - words[0].utf8.count))
      }
      if -commonness > rarest {
        rarest = -commonness
        anchor = number
      }
    }
    cues.append(
      CompiledCue(
        concept: concept, sign: sign, isTopic: cue.isTopic, anchor: anchor, parts: compiled,
        hasNegator: hasNegator))
  }

  /// The cues that may begin with a lemma.
  @inline(__always)
  func cues(for lemma: Lemma) -> [Int32] {
    Int(lemma) < byLemma.count ? byLemma[Int(lemma)] : []
  }
}
