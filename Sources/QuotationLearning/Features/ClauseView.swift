import GermanLanguage

/// A stretch of a sentence between commas, colons, semicolons and dashes, and what it shows at a glance.
struct ClauseView {
  var tokens: Range<Int>
  /// The first word's identity.
  var first: UInt32 = 0
  /// Number of a reporting verb in it, the last one; 0 for none.
  var verb: UInt32 = 0
  /// The finite verb's identity, as far as known.
  var finite: UInt32 = 0
  /// The verb that carries the meaning, with its particle; 0 for none.
  var predicate: UInt32 = 0
  /// What its first noun or pronoun means.
  var subject: UInt32 = 0
  var traits: ClauseTraits = []

  /// A small code for the clause's kind.
  var kind: UInt32 { traits.rawValue }
}

/// What a clause holds.
struct ClauseTraits: OptionSet {
  let rawValue: UInt32

  static let konjunktiv1 = ClauseTraits(rawValue: 1 << 0)
  static let konjunktiv2 = ClauseTraits(rawValue: 1 << 1)
  static let hearsay = ClauseTraits(rawValue: 1 << 2)
  static let reportingVerb = ClauseTraits(rawValue: 1 << 3)
  static let saying = ClauseTraits(rawValue: 1 << 4)
  static let finite = ClauseTraits(rawValue: 1 << 5)
  static let infinitiveWithZu = ClauseTraits(rawValue: 1 << 6)
  static let subordinate = ClauseTraits(rawValue: 1 << 7)
  static let interrogative = ClauseTraits(rawValue: 1 << 8)
  static let relative = ClauseTraits(rawValue: 1 << 9)
  static let sourcePreposition = ClauseTraits(rawValue: 1 << 10)
  static let quoted = ClauseTraits(rawValue: 1 << 11)
  static let short = ClauseTraits(rawValue: 1 << 12)
  static let afterColon = ClauseTraits(rawValue: 1 << 13)
}
