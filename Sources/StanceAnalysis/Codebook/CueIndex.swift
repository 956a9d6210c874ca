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
  /// For each cue one set of lemmas, as `WordReader.bit`, for each part but the anchor: without any of them
  /// the part is not there. Those of cue n stand at `bitStarts[n]` up to `bitStarts[n + 1]`.
  private var partBits: [UInt64] = []
  private var bitStarts: [Int32] = [0]
  /// For each lemma the cues whose anchor begins with it.
  private var byLemma: [[Int32]] = []
  /// The lemma that stands for any negator.
  let negator: Lemma

  init(_ codebook: Codebook, lemmas: inout LemmaTable) {
    negator = lemmas.add("nicht")
    let uses = Self.uses(codebook)
    for (number, entry) in codebook.entries.enumerated() {
      for (sign, list) in [(1, entry.supportCues), (-1, entry.opposeCues)] {
        for cue in list { add(cue, concept: number, sign: sign, uses, &lemmas) }
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

  /// In how many parts of cues each word stands first.
  private static func uses(_ codebook: Codebook) -> [String: Int] {
    var uses: [String: Int] = [:]
    for entry in codebook.entries {
      for cue in entry.supportCues + entry.opposeCues {
        for words in cue.parts.joined() { uses[words[0], default: 0] += 1 }
      }
    }
    return uses
  }

  private mutating func add(
    _ cue: Codebook.Cue, concept: Int, sign: Int, _ uses: [String: Int],
    _ lemmas: inout LemmaTable
  ) {
    var compiled: [[[Lemma]]] = []
    var anchor = 0
    var rarest = Int.min
    var hasNegator = false
    for (number, part) in cue.parts.enumerated() {
      compiled.append(part.map { $0.map { lemmas.add($0) } })
      if part.contains(["nicht"]) { hasNegator = true }
      // Looked for first is what is rare: few alternatives, long words, words of few other cues.
      let commonness = part.reduce(0) { sum, words in
        sum + max(1, 12 - words[0].utf8.count) + 4 * (uses[words[0]] ?? 0)
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
    for (number, part) in compiled.enumerated() where number != anchor {
      // A negator may be any word that negates.
      let bits = part.reduce(0) { bits, words in
        bits | (words.contains(negator) ? .max : words.first.map(WordReader.bit) ?? 0)
      }
      partBits.append(bits)
    }
    bitStarts.append(Int32(partBits.count))
  }

  /// Whether all parts of a cue may be among words with these lemmas.
  func mayMatch(_ cue: Int32, _ lemmaBits: UInt64) -> Bool {
    for place in bitStarts[Int(cue)]..<bitStarts[Int(cue) + 1]
    where partBits[Int(place)] & lemmaBits == 0 {
      return false
    }
    return true
  }

  /// The cues that may begin with a lemma.
  @inline(__always)
  func cues(for lemma: Lemma) -> [Int32] {
    Int(lemma) < byLemma.count ? byLemma[Int(lemma)] : []
  }
}
